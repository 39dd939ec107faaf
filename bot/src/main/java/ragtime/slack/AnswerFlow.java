package ragtime.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.answer.Answer;
import ragtime.answer.Answerer;
import ragtime.answer.Citation;
import ragtime.answer.Exchange;
import ragtime.answer.Question;
import ragtime.conversation.CitedPage;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.Conversations;
import ragtime.conversation.DailyBudget;
import ragtime.conversation.Spending;
import ragtime.conversation.Turn;
import ragtime.index.IndexManifest;
import ragtime.index.PassageIndex;
import ragtime.job.WorkerJob.AnswerQuestion;
import ragtime.library.Audience;
import ragtime.library.Passage;

/** Answers a question asked in Slack, from its words to the saved turn. */
final class AnswerFlow {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerFlow.class);
  private static final int HISTORY = 10;
  private static final int TURNS_AN_HOUR = 40;

  private final Answerer answerer;
  private final PassageIndex index;
  private final Conversations conversations;
  private final Audiences audiences;
  private final Replies replies;
  private final AnswerRendering rendering;
  private final LibraryRendering library;
  private final Words words;
  private final Clock clock;
  private final DailyBudget budget;

  AnswerFlow(
      Answerer answerer,
      PassageIndex index,
      Conversations conversations,
      Audiences audiences,
      Replies replies,
      AnswerRendering rendering,
      LibraryRendering library,
      Words words,
      Clock clock,
      DailyBudget budget) {
    this.answerer = answerer;
    this.index = index;
    this.conversations = conversations;
    this.audiences = audiences;
    this.replies = replies;
    this.rendering = rendering;
    this.library = library;
    this.words = words;
    this.clock = clock;
    this.budget = budget;
  }

  /** Answers it; on the last try, a failure is told before it is thrown. */
  void answer(AnswerQuestion job, Once.Lease lease, boolean last) {
    ConversationKey conversation = conversation(job);
    Reply reply = replies.to(job, lease);
    try {
      List<Turn> turns = conversations.turns(conversation, TURNS_AN_HOUR);
      if (job.ts().isPresent()) {
        conversations.open(conversation);
      }
      if (isHelp(job.text())) {
        reply.finish(help());
      } else if (isBusy(turns)) {
        pause(job, conversation, turns, reply);
      } else {
        answerWithinBudget(job, conversation, turns, reply);
      }
    } catch (RuntimeException e) {
      if (last) {
        apologise(job, reply);
      }
      throw e;
    }
  }

  /** Says that there will be no answer, unless something of one stands there. */
  void giveUp(AnswerQuestion job, Once.Lease lease) {
    Reply reply = replies.to(job, lease);
    if (!reply.isThere()) {
      apologise(job, reply);
    }
  }

  private void answerWithinBudget(
      AnswerQuestion job, ConversationKey conversation, List<Turn> turns, Reply reply) {
    switch (budget.verdict(job.team(), job.user())) {
      case ALLOWED -> {
        replies.showStatus(job);
        converse(job, conversation, turns, reply);
      }
      case USER_SPENT -> reply.finish(spent(Phrase.BUDGET_USER));
      case TEAM_SPENT -> reply.finish(spent(Phrase.BUDGET_TEAM));
    }
  }

  private void converse(
      AnswerQuestion job, ConversationKey conversation, List<Turn> turns, Reply reply) {
    IndexManifest manifest = index.manifest();
    Audience audience = audiences.of(job.channel(), manifest);
    Question question = new Question(job.text(), history(job, turns), audience);
    Answer answer = answerer.answer(question, reply::piece);
    FeedbackButton button = new FeedbackButton(conversation.rootTs(), turnTs(job));
    reply.finish(rendering.of(answer, button, LibraryRendering.searchable(manifest, audience)));
    conversations.save(conversation, turn(job, answer, manifest.generation()));
    long counted = answer.status() == Answer.Status.UNAVAILABLE ? 0 : 1;
    budget.spend(job.team(), job.user(), new Spending(counted, answer.spent().tokens()));
    LOG.info("Answered {} in {} ms: {}", job.id(), answer.tookMillis(), answer.status());
  }

  private void apologise(AnswerQuestion job, Reply reply) {
    try {
      String apology = words.say(Phrase.APOLOGY);
      reply.apologise(new Outgoing(apology, List.of(Blocks.section(apology))));
    } catch (RuntimeException e) {
      LOG.error("Could not even apologise for {}: {}", job.id(), e.getClass().getName());
    }
  }

  /** Says that there are no more answers today, and when there are. */
  private RenderedAnswer spent(Phrase phrase) {
    long hours = budget.renewsIn().plusMinutes(59).toHours();
    return new RenderedAnswer(List.of(words.say(phrase, hours)), List.of(), "");
  }

  private boolean isHelp(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    return plain.isEmpty()
        || Arrays.asList(words.say(Phrase.HELP_WORDS).split(",")).contains(plain);
  }

  private RenderedAnswer help() {
    Outgoing help = library.help();
    return new RenderedAnswer(List.of(), help.blocks(), help.text());
  }

  private boolean isBusy(List<Turn> turns) {
    Instant anHourAgo = clock.instant().minus(Duration.ofHours(1));
    return turns.stream().filter(turn -> turn.at().isAfter(anHourAgo)).count() >= TURNS_AN_HOUR;
  }

  /** Says once that the bot will be quiet, so that two bots cannot talk without end. */
  private void pause(
      AnswerQuestion job, ConversationKey conversation, List<Turn> turns, Reply reply) {
    String words = this.words.say(Phrase.BUSY_CONVERSATION);
    if (turns.isEmpty() || !turns.getLast().answer().equals(words)) {
      reply.finish(new RenderedAnswer(List.of(words), List.of(), ""));
      conversations.save(
          conversation,
          new Turn(turnTs(job), clock.instant(), job.text(), words, List.of(), "", 0, 0, 0));
    }
  }

  private static ConversationKey conversation(AnswerQuestion job) {
    return new ConversationKey(
        job.team(), job.channel(), job.threadTs().or(job::ts).orElse(job.id()));
  }

  private static String turnTs(AnswerQuestion job) {
    return job.ts().orElse(job.id());
  }

  private static List<Exchange> history(AnswerQuestion job, List<Turn> turns) {
    List<Exchange> earlier =
        turns.stream()
            .filter(turn -> !turn.ts().equals(turnTs(job)))
            .map(turn -> new Exchange(turn.question(), turn.answer()))
            .toList();
    return earlier.subList(Math.max(0, earlier.size() - HISTORY), earlier.size());
  }

  private static CitedPage cited(Citation citation) {
    Passage passage = citation.passage();
    return new CitedPage(
        citation.n(),
        citation.document().key(),
        passage.page(),
        citation.document().contentHash(),
        passage.ordinal(),
        citation.from(),
        citation.to());
  }

  private Turn turn(AnswerQuestion job, Answer answer, long generation) {
    List<CitedPage> pages = answer.citations().stream().map(AnswerFlow::cited).toList();
    return new Turn(
        turnTs(job),
        clock.instant(),
        job.text(),
        answer.text(),
        pages,
        answer.model(),
        generation,
        answer.spent().inputTokens(),
        answer.spent().outputTokens());
  }
}
