package ragtime.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.answer.Answer;
import ragtime.answer.Answerer;
import ragtime.answer.Question;
import ragtime.conversation.AskedBefore;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.Conversations;
import ragtime.conversation.DailyBudget;
import ragtime.conversation.Recollections;
import ragtime.conversation.Spending;
import ragtime.conversation.Turn;
import ragtime.index.IndexManifest;
import ragtime.index.PassageIndex;
import ragtime.job.AnswerQuestion;
import ragtime.library.Audience;

/** Answers a question asked in Slack, from its words to the saved turn. */
final class AnswerFlow {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerFlow.class);
  private static final int TURNS_AN_HOUR = 40;
  private static final String THANKED = "heart";
  private static final Words ENGLISH = new Words(Locale.ENGLISH);

  private final Answerer answerer;
  private final PassageIndex index;
  private final Conversations conversations;
  private final Recollections recollections;
  private final Readership readers;
  private final Replies replies;
  private final Languages languages;
  private final Stops stops;
  private final Clock clock;
  private final DailyBudget budget;
  private final SmallTalk smallTalk = new SmallTalk();

  AnswerFlow(SlackBot.Parts parts, SlackBot.Tools tools) {
    this.answerer = parts.answerer();
    this.index = parts.index();
    this.conversations = parts.conversations();
    this.recollections = parts.memory().recollections();
    this.readers = new Readership(tools.audiences(), tools.rules());
    this.replies = tools.replies();
    this.languages = tools.languages();
    this.stops = tools.stops();
    this.clock = parts.clock();
    this.budget = parts.budget();
  }

  /** Answers it; on the last try, a failure is told before it is thrown. */
  void answer(AnswerQuestion job, Once.Lease lease, boolean last) {
    SmallTalk.Kind kind = job.ts().isEmpty() ? SmallTalk.Kind.QUESTION : smallTalk.of(job.text());
    Phrasebook book = languages.of(job.team(), job.channel(), job.user());
    boolean help = isHelp(job.text(), book.words());
    if (kind != SmallTalk.Kind.QUESTION && !help) {
      if (kind == SmallTalk.Kind.THANKS && job.edited().isEmpty()) {
        replies.react(job, THANKED);
      }
      return;
    }
    ConversationKey conversation = Turns.conversation(job);
    Reply reply = replies.to(job, lease, readers.isForAskerAlone(job));
    try {
      if (readers.isBot(job)) {
        return; // two that answer each other would not end
      }
      List<Turn> turns =
          isFirst(job, lease) ? List.of() : conversations.turns(conversation, TURNS_AN_HOUR);
      if (job.ts().isPresent()) {
        conversations.open(conversation);
      }
      if (help) {
        reply.finish(help(book));
      } else if (isBusy(turns) && job.edited().isEmpty()) {
        pause(job, conversation, turns, reply, book.words());
      } else {
        answerWithinBudget(job, conversation, turns, reply, book);
      }
    } catch (RuntimeException e) {
      if (last) {
        apologise(job, reply, book.words());
      }
      throw e;
    }
  }

  /** Whether it begins a conversation, and nobody has answered it yet: then there are no turns. */
  private static boolean isFirst(AnswerQuestion job, Once.Lease lease) {
    boolean alone = job.threadTs().isEmpty() || job.threadTs().equals(job.ts());
    return alone && job.ts().isPresent() && job.edited().isEmpty() && !lease.mayHavePosted();
  }

  /** Says that there will be no answer, unless something of one stands there. */
  void giveUp(AnswerQuestion job, Once.Lease lease) {
    Reply reply = replies.to(job, lease, readers.isForAskerAlone(job));
    if (!reply.isThere()) {
      apologise(job, reply, languages.of(job.team(), job.channel(), job.user()).words());
    }
  }

  private void answerWithinBudget(
      AnswerQuestion job,
      ConversationKey conversation,
      List<Turn> turns,
      Reply reply,
      Phrasebook book) {
    switch (budget.verdict(job.team(), job.user())) {
      case ALLOWED -> {
        if (!readers.isForAskerAlone(job)) {
          replies.showStatus(job, book.words());
        }
        boolean changes = reply.isThere();
        try {
          converse(job, conversation, turns, reply, book);
        } finally {
          if (changes) {
            replies.hideStatus(job);
          }
        }
      }
      case USER_SPENT -> reply.finish(spent(Phrase.BUDGET_USER, book.words()));
      case TEAM_SPENT -> reply.finish(spent(Phrase.BUDGET_TEAM, book.words()));
    }
  }

  private void converse(
      AnswerQuestion job,
      ConversationKey conversation,
      List<Turn> turns,
      Reply reply,
      Phrasebook book) {
    IndexManifest manifest = index.manifest();
    Audience audience = readers.audience(job, manifest);
    Set<String> visible = LibraryRendering.keys(manifest, audience);
    Question question =
        new Question(
            job.text(), Turns.history(job, turns, visible), readers.searched(job, audience));
    StoppableReply stoppable = new StoppableReply(reply, stops.watch(conversation), book.answers());
    Optional<Answer> answer =
        answer(question, stoppable)
            .map(there -> LastLook.at(there, readers.audience(job, manifest)));
    answer.ifPresent(
        there ->
            stoppable.finish(book.answers().of(there, readers.placement(job, manifest, audience))));
    Instant now = clock.instant();
    conversations.save(
        conversation,
        answer.isEmpty() || stoppable.wasStopped()
            ? Turns.plain(job, book.words().say(Phrase.STOPPED), now)
            : Turns.of(job, answer.get(), manifest.generation(), now));
    recollections.add(job.user(), new AskedBefore(conversation, Turns.ts(job), now));
    boolean unavailable =
        answer.filter(there -> there.status() == Answer.Status.UNAVAILABLE).isPresent();
    long tokens = answer.map(there -> there.spent().tokens()).orElse(0L);
    budget.spend(job.team(), job.user(), new Spending(unavailable ? 0 : 1, tokens));
    LOG.info("Answered {}: {}", job.id(), answer.map(a -> a.status().name()).orElse("stopped"));
  }

  /** The answer, or nothing if somebody stopped it. */
  private Optional<Answer> answer(Question question, StoppableReply reply) {
    try {
      return Optional.of(answerer.answer(question, reply::piece));
    } catch (StoppableReply.StoppedException e) {
      return Optional.empty();
    }
  }

  private void apologise(AnswerQuestion job, Reply reply, Words words) {
    try {
      String apology = words.say(Phrase.APOLOGY);
      reply.apologise(new Outgoing(apology, List.of(Blocks.section(apology))));
    } catch (RuntimeException e) {
      LOG.error("Could not even apologise for {}: {}", job.id(), e.getClass().getName());
    }
  }

  /** Says that there are no more answers today, and when there are. */
  private RenderedAnswer spent(Phrase phrase, Words words) {
    long hours = budget.renewsIn().plusMinutes(59).toHours();
    return new RenderedAnswer(List.of(words.say(phrase, hours)), List.of(), "");
  }

  private static boolean isHelp(String text, Words words) {
    String plain = text.strip().toLowerCase(Locale.ROOT).replace('\'', '’');
    return plain.isEmpty()
        || Stream.of(words, ENGLISH)
            .flatMap(any -> Arrays.stream(any.say(Phrase.HELP_WORDS).split(",")))
            .anyMatch(plain::equals);
  }

  private static RenderedAnswer help(Phrasebook book) {
    Outgoing help = book.library().help();
    return new RenderedAnswer(List.of(), help.blocks(), help.text());
  }

  private boolean isBusy(List<Turn> turns) {
    Instant anHourAgo = clock.instant().minus(Duration.ofHours(1));
    return turns.stream().filter(turn -> turn.at().isAfter(anHourAgo)).count() >= TURNS_AN_HOUR;
  }

  /** Says once that the bot will be quiet, so that two bots cannot talk without end. */
  private void pause(
      AnswerQuestion job,
      ConversationKey conversation,
      List<Turn> turns,
      Reply reply,
      Words words) {
    String busy = words.say(Phrase.BUSY_CONVERSATION);
    if (turns.isEmpty() || !turns.getLast().answer().equals(busy)) {
      reply.finish(new RenderedAnswer(List.of(busy), List.of(), ""));
      conversations.save(conversation, Turns.plain(job, busy, clock.instant()));
    }
  }
}
