package ragtime.slack;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.conversation.ClaimKey;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.Conversations;
import ragtime.conversation.Feedback;
import ragtime.conversation.FeedbackStore;
import ragtime.conversation.Turn;
import ragtime.index.IndexManifest;
import ragtime.index.IndexedDocument;
import ragtime.index.PassageIndex;
import ragtime.job.JobResult;
import ragtime.job.ReplyAddress;
import ragtime.job.WorkerJob;
import ragtime.library.Audience;

/** Does the bot's jobs, each once. Safe for use by many threads. */
public final class Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final int DOCUMENT_PROMPTS = 3;

  private final Once once;
  private final AnswerFlow answers;
  private final FileIntake files;
  private final FileRendering fileRendering;
  private final LibraryRendering library;
  private final Words words;
  private final SlackWeb slack;
  private final ResponseUrl responses;
  private final Audiences audiences;
  private final PassageIndex index;
  private final Conversations conversations;
  private final FeedbackStore feedback;
  private final Clock clock;

  Worker(SlackBot.Parts parts, SlackBot.Desk desk, Duration lease) {
    this.once = new Once(parts.claims(), parts.clock(), lease);
    this.answers = desk.answers();
    this.files = desk.files();
    this.fileRendering = new FileRendering(desk.words());
    this.library = desk.library();
    this.words = desk.words();
    this.slack = desk.slack();
    this.responses = desk.responses();
    this.audiences = desk.audiences();
    this.index = parts.index();
    this.conversations = parts.conversations();
    this.feedback = parts.feedback();
    this.clock = parts.clock();
  }

  /**
   * Does a job, or says when to try again; throws if it failed and is to be tried again.
   *
   * @param last whether it will not be tried again, so that a failure must be told in Slack now
   */
  public JobResult handle(WorkerJob job, boolean last) {
    return switch (job) {
      case WorkerJob.AnswerQuestion question ->
          once.run(keys(question), lease -> answers.answer(question, lease, last));
      case WorkerJob.TakeFile file ->
          once.run(
              List.of(ClaimKey.file(file.channel(), file.ts(), file.fileId())),
              lease -> files.take(file, lease, last));
      case WorkerJob.Progress progress -> edit(progress.reply(), fileRendering.progress(progress));
      case WorkerJob.Outcome outcome -> edit(outcome.reply(), fileRendering.outcome(outcome));
      case WorkerJob.Report report -> report(report);
      case WorkerJob.Greet greet -> greet(greet);
      case WorkerJob.TakeFeedback said -> take(said);
    };
  }

  /**
   * Tells whoever waits for a job that nothing will come of it, unless it was done after all, or
   * something of it stands there already. For a job that was tried too often, in whatever way the
   * last try ended.
   */
  public void giveUp(WorkerJob job) {
    switch (job) {
      case WorkerJob.AnswerQuestion question ->
          once.leave(keys(question), lease -> answers.giveUp(question, lease));
      case WorkerJob.TakeFile file ->
          once.leave(
              List.of(ClaimKey.file(file.channel(), file.ts(), file.fileId())),
              lease -> files.giveUp(file, lease));
      case WorkerJob.Progress progress -> {}
      case WorkerJob.Outcome outcome -> {}
      case WorkerJob.Report report -> {}
      case WorkerJob.Greet greet -> {}
      case WorkerJob.TakeFeedback said -> {}
    }
  }

  private static List<ClaimKey> keys(WorkerJob.AnswerQuestion job) {
    ClaimKey event = ClaimKey.event(job.id());
    return job.ts()
        .map(ts -> List.of(event, ClaimKey.message(job.channel(), ts)))
        .orElse(List.of(event));
  }

  private JobResult edit(ReplyAddress reply, Outgoing message) {
    try {
      slack.update(reply.channel(), reply.messageTs(), message, Optional.empty());
    } catch (SlackException e) {
      if (e.kind() != SlackException.Kind.REFUSED) {
        throw e;
      }
      LOG.warn("The message that told of an indexing is gone: {}", e.getMessage());
    }
    return new JobResult.Done();
  }

  private JobResult report(WorkerJob.Report job) {
    IndexManifest manifest = index.manifest();
    Audience audience = audiences.of(job.channel(), manifest);
    responses.send(
        job.responseUrl(),
        switch (job.subject()) {
          case SOURCES -> library.sources(manifest, audience);
          case STATUS -> library.status(manifest, audience, clock.instant());
        });
    return new JobResult.Done();
  }

  private JobResult greet(WorkerJob.Greet job) {
    IndexManifest manifest = index.manifest();
    Map<String, String> prompts = new LinkedHashMap<>();
    LibraryRendering.visible(manifest, audiences.of(job.channel(), manifest)).stream()
        .filter(known -> known.failure().isEmpty())
        .map(IndexedDocument::document)
        .map(document -> Harmless.name(document.title()))
        .filter(title -> !title.isEmpty())
        .limit(DOCUMENT_PROMPTS)
        .forEach(
            title ->
                prompts.put(
                    words.say(Phrase.PROMPT_DOCUMENT_TITLE, title),
                    words.say(Phrase.PROMPT_DOCUMENT, title)));
    prompts.put(words.say(Phrase.PROMPT_HELP_TITLE), words.say(Phrase.PROMPT_HELP));
    slack.suggest(job.channel(), words.say(Phrase.GREETING), prompts);
    return new JobResult.Done();
  }

  private JobResult take(WorkerJob.TakeFeedback job) {
    Optional<Turn> turn =
        conversations.turn(
            new ConversationKey(job.team(), job.channel(), job.rootTs()), job.turnTs());
    feedback.save(
        new Feedback(
            job.channel(),
            job.messageTs(),
            job.user(),
            job.helpful(),
            List.of(),
            Optional.empty(),
            turn.map(Turn::question).orElse(""),
            turn.map(Turn::generation).orElse(0L),
            turn.map(Turn::citations).orElse(List.of()),
            clock.instant()));
    String thanks = words.say(job.helpful() ? Phrase.THANKS : Phrase.THANKS_SORRY);
    job.responseUrl().ifPresent(url -> responses.send(url, new Outgoing(thanks, List.of())));
    return new JobResult.Done();
  }
}
