package ragtime.slack;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.conversation.ClaimKey;
import ragtime.index.PassageIndex;
import ragtime.job.AnswerQuestion;
import ragtime.job.AskExperts;
import ragtime.job.Forget;
import ragtime.job.GivenUp;
import ragtime.job.Greet;
import ragtime.job.JobResult;
import ragtime.job.Outcome;
import ragtime.job.Progress;
import ragtime.job.ReplyAddress;
import ragtime.job.Report;
import ragtime.job.SaveSettings;
import ragtime.job.ShareAnswer;
import ragtime.job.ShowHome;
import ragtime.job.ShowSettings;
import ragtime.job.ShowSource;
import ragtime.job.StartReindex;
import ragtime.job.TakeFeedback;
import ragtime.job.TakeFile;
import ragtime.job.Withdraw;
import ragtime.job.WorkerJob;

/** Does the bot's jobs, each once. Safe for use by many threads. */
public final class Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  /** How long a job may wait for Slack in all; the function that does it has two minutes. */
  private static final Duration MOST_WAITING = Duration.ofSeconds(45);

  private final Once once;
  private final AnswerFlow answers;
  private final FileIntake files;
  private final SourceFlow sources;
  private final FeedbackFlow feedback;
  private final ShareFlow sharing;
  private final ExpertFlow experts;
  private final WithdrawFlow withdrawing;
  private final ForgetFlow forgetting;
  private final GreetFlow greeting;
  private final ReportFlow reports;
  private final SettingsFlow settings;
  private final ReindexFlow reindexing;
  private final HomeFlow homes;
  private final SlackBot.Tools tools;
  private final PassageIndex index;

  Worker(
      SlackBot.Parts parts, SlackBot.Tools tools, FileDownload download, SlackSettings settings) {
    this.index = parts.index();
    Clock clock = parts.clock();
    this.tools = tools;
    this.once = new Once(parts.memory().claims(), clock, settings.lease());
    this.answers = new AnswerFlow(parts, tools);
    this.files = new FileIntake(parts, tools, download, settings.maxFileBytes());
    this.sources =
        new SourceFlow(
            new SourceFinder(index, tools.audiences(), parts.links(), parts.pictures()),
            tools.languages(),
            tools.modals());
    this.feedback = new FeedbackFlow(parts, tools);
    this.sharing = new ShareFlow(parts, tools);
    this.experts = new ExpertFlow(parts, tools);
    this.withdrawing = new WithdrawFlow(tools.slack(), parts.conversations(), clock);
    this.forgetting = new ForgetFlow(parts, tools);
    this.reports = new ReportFlow(parts, tools);
    this.settings = new SettingsFlow(tools);
    this.reindexing = new ReindexFlow(parts, tools);
    this.homes = new HomeFlow(parts, tools);
    this.greeting = new GreetFlow(tools.slack(), index, tools.audiences(), tools.languages());
  }

  /**
   * Does a job, or says when to try again; throws if it failed and is to be tried again.
   *
   * @param last whether it will not be tried again, so that a failure must be told in Slack now
   */
  public JobResult handle(WorkerJob job, boolean last) {
    try {
      return WaitingTime.within(MOST_WAITING, () -> work(job, last));
    } catch (SlackException e) {
      if (last || e.kind() != SlackException.Kind.RATE_LIMITED) {
        throw e;
      }
      LOG.warn("{} waits for {} s, as Slack asked", job.id(), e.retryAfter().toSeconds());
      return new JobResult.Again(e.retryAfter());
    }
  }

  private JobResult work(WorkerJob job, boolean last) {
    return switch (job) {
      case AnswerQuestion question ->
          once.run(keys(question), lease -> answers.answer(question, lease, last));
      case TakeFile file ->
          once.run(
              List.of(ClaimKey.file(file.channel(), file.ts(), file.fileId())),
              lease -> files.take(file, lease, last));
      case ShareAnswer share ->
          once.run(
              List.of(ClaimKey.message(share.channel(), "share/" + share.turnTs())),
              lease -> sharing.share(share, lease));
      case AskExperts ask ->
          once.run(
              List.of(ClaimKey.message(ask.channel(), "experts/" + ask.turnTs())),
              lease -> experts.ask(ask, lease));
      case Progress progress -> {
        reindexing.heard(progress);
        yield edit(progress.reply(), book -> book.files().progress(progress));
      }
      case Outcome outcome -> {
        reindexing.ended(outcome);
        refreshIndex(); // who hears that a document can be searched may search at once
        yield edit(outcome.reply(), book -> book.files().outcome(outcome));
      }
      case GivenUp given -> {
        reindexing.ended(given);
        yield edit(given.reply(), book -> book.files().givenUp(given.document()));
      }
      case Report report -> done(() -> reports.report(report));
      case ShowHome home -> done(() -> homes.show(home));
      case ShowSettings settings -> done(() -> this.settings.show(settings, last));
      case SaveSettings settled -> done(() -> this.settings.save(settled));
      case StartReindex start ->
          once.run(List.of(ClaimKey.event(start.id())), lease -> reindexing.start(start, lease));
      case Greet greet -> done(() -> greeting.greet(greet));
      case TakeFeedback said -> done(() -> feedback.take(said));
      case ShowSource source -> done(() -> sources.show(source, last));
      case Withdraw withdraw -> done(() -> withdrawing.withdraw(withdraw));
      case Forget forget -> done(() -> forgetting.forget(forget));
    };
  }

  /**
   * Tells whoever waits for a job that nothing will come of it, unless it was done after all, or
   * something of it stands there already. For a job that was tried too often, in whatever way the
   * last try ended.
   */
  public void giveUp(WorkerJob job) {
    switch (job) {
      case AnswerQuestion question ->
          once.leave(keys(question), lease -> answers.giveUp(question, lease));
      case TakeFile file ->
          once.leave(
              List.of(ClaimKey.file(file.channel(), file.ts(), file.fileId())),
              lease -> files.giveUp(file, lease));
      case ShowSource source -> sources.giveUp(source);
      case Progress progress -> {}
      case Outcome outcome -> {}
      case GivenUp given -> {}
      case Report report -> {}
      case ShowHome home -> {}
      case ShowSettings settings -> this.settings.giveUp(settings);
      case SaveSettings settled -> this.settings.giveUp(settled);
      case StartReindex start ->
          once.leave(List.of(ClaimKey.event(start.id())), lease -> reindexing.giveUp(start));
      case Greet greet -> {}
      case TakeFeedback said -> {}
      case ShareAnswer share -> {}
      case AskExperts ask -> {}
      case Withdraw withdraw -> {}
      case Forget forget -> {}
    }
  }

  private static JobResult done(Runnable work) {
    work.run();
    return new JobResult.Done();
  }

  /** New words in an old message are work of their own. */
  private static List<ClaimKey> keys(AnswerQuestion job) {
    ClaimKey event = ClaimKey.event(job.id());
    String version = job.edited().map(edited -> "/" + edited).orElse("");
    return job.ts()
        .map(ts -> List.of(event, ClaimKey.message(job.channel(), ts + version)))
        .orElse(List.of(event));
  }

  private void refreshIndex() {
    try {
      index.refresh();
    } catch (RuntimeException e) {
      LOG.warn("What was published is not served yet: {}", e.getMessage());
    }
  }

  private JobResult edit(ReplyAddress reply, Function<Phrasebook, Outgoing> words) {
    Outgoing message = words.apply(tools.languages().in(reply.language()));
    try {
      tools.slack().update(reply.channel(), reply.messageTs(), message, Optional.empty());
    } catch (SlackException e) {
      if (e.kind() != SlackException.Kind.REFUSED) {
        throw e;
      }
      LOG.warn("The message that told of an indexing is gone: {}", e.getMessage());
    }
    return new JobResult.Done();
  }
}
