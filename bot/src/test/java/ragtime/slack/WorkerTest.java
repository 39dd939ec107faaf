package ragtime.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ragtime.answer.Answer;
import ragtime.answer.Answer.Status;
import ragtime.answer.Answerer;
import ragtime.answer.Question;
import ragtime.answer.Spent;
import ragtime.conversation.Allowance;
import ragtime.conversation.Claim;
import ragtime.conversation.ClaimKey;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.DailyBudget;
import ragtime.conversation.MemoryBudgets;
import ragtime.conversation.MemoryClaims;
import ragtime.conversation.MemoryConversations;
import ragtime.conversation.MemoryFeedback;
import ragtime.conversation.Spending;
import ragtime.conversation.TestClock;
import ragtime.conversation.Turn;
import ragtime.index.IndexManifest;
import ragtime.job.AnswerQuestion;
import ragtime.job.Greet;
import ragtime.job.JobResult;
import ragtime.job.Report;
import ragtime.job.TakeFeedback;
import ragtime.library.Document;
import ragtime.slack.StubSlack.Canned;

class WorkerTest {
  private static final Document FEES = Fakes.document("fees.pdf", "Fees", 3, Optional.empty());
  private static final JobResult DONE = new JobResult.Done();

  private final TestClock clock = new TestClock();
  private final MemoryConversations conversations =
      new MemoryConversations(Duration.ofDays(1), clock);
  private final MemoryClaims claims = new MemoryClaims(Duration.ofDays(1), clock);
  private final MemoryFeedback feedback = new MemoryFeedback();
  private final List<Question> asked = new ArrayList<>();
  private final Answer answer = Fakes.answered("The fee is $5 [1].", Fakes.citation(1, FEES, 2));
  private Answerer answerer =
      (question, onText) -> {
        asked.add(question);
        return answer;
      };
  private DailyBudget budget = DailyBudget.unlimited(clock);
  private IndexManifest manifest = Fakes.manifest(Fakes.indexed(FEES));
  private StubSlack slack;
  private @Nullable SlackBot bot;

  @BeforeEach
  void start() throws IOException {
    slack = new StubSlack();
  }

  @AfterEach
  void stop() {
    if (bot != null) {
      bot.close();
    }
    slack.close();
  }

  private Worker worker() {
    SlackBot made =
        Fakes.bot(
            slack.settings(),
            Fakes.parts(clock)
                .answerer((question, onText) -> answerer.answer(question, onText))
                .index(Fakes.index(manifest))
                .conversations(conversations)
                .claims(claims)
                .feedback(feedback)
                .budget(budget)
                .build());
    bot = made;
    return made.worker();
  }

  private static AnswerQuestion channel(String id, String ts, String text) {
    return question(id, "C1", ts, Optional.of("100.0"), text);
  }

  private static AnswerQuestion direct(String id, String ts, String text) {
    return question(id, "D1", ts, Optional.empty(), text);
  }

  private static AnswerQuestion question(
      String id, String channel, String ts, Optional<String> thread, String text) {
    return new AnswerQuestion(
        id,
        "T1",
        channel,
        channel.startsWith("D"),
        "U1",
        Optional.of(ts),
        thread,
        text,
        Optional.empty());
  }

  @Test
  void inAChannelTheAnswerIsPostedOnceInTheThreadWithStatusMeanwhile() {
    assertThat(worker().handle(channel("Ev1", "100.1", "What is the fee?"), false)).isEqualTo(DONE);
    assertThat(slack.calls)
        .extracting(StubSlack.Call::method)
        .containsExactly("assistant.threads.setStatus", "chat.postMessage");
    assertThat(slack.of("assistant.threads.setStatus").getFirst().get("loading_messages"))
        .contains("Searching");
    StubSlack.Call post = slack.of("chat.postMessage").getFirst();
    assertThat(post.get("thread_ts")).isEqualTo("100.0");
    assertThat(post.get("unfurl_links")).isEqualTo("0");
    assertThat(post.get("unfurl_media")).isEqualTo("0");
    assertThat(post.get("metadata")).contains("100.1");
    assertThat(post.get("blocks")).contains("The fee is $5 [1].").contains("[1] Fees, page 2");
    assertThat(conversations.owns(new ConversationKey("T1", "C1", "100.0"))).isTrue();
  }

  @Test
  void aMessageThatComesAsTwoEventsThreeTimesEachIsAnsweredOnce() throws Exception {
    Worker worker = worker();
    List<Callable<JobResult>> deliveries = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      deliveries.add(() -> worker.handle(channel("Ev1", "100.1", "What is the fee?"), false));
      deliveries.add(() -> worker.handle(channel("Ev2", "100.1", "What is the fee?"), false));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var delivery : threads.invokeAll(deliveries)) {
        delivery.get();
      }
    }
    for (Callable<JobResult> again : deliveries) {
      assertThat(again.call()).isEqualTo(DONE);
    }
    assertThat(slack.of("chat.postMessage")).hasSize(1);
  }

  @Test
  void whileAnotherIsAtItTheJobWaitsForTheLease() {
    claims.claim(ClaimKey.message("C1", "100.1"), "other", Duration.ofSeconds(30));
    assertThat(worker().handle(channel("Ev1", "100.1", "What?"), false))
        .isEqualTo(new JobResult.Again(Duration.ofMillis(30_001)));
    assertThat(slack.calls).isEmpty();
  }

  @Test
  void whatACrashedWorkerPostedIsPutRightAndNotPostedAgain() {
    claims.claim(ClaimKey.message("C1", "100.1"), "dead", Duration.ofSeconds(30));
    claims.hold(
        ClaimKey.message("C1", "100.1"), "dead", Claim.State.ANSWERING, "", Duration.ofSeconds(30));
    clock.advance(Duration.ofSeconds(31));
    slack.always(
        "conversations.replies",
        Canned.json(
            """
            {"ok":true,"messages":[{"ts":"100.1","text":"q"},{"ts":"150.1","text":"a",
             "metadata":{"event_type":"ragtime_message",
                         "event_payload":{"job":"100.1","part":"0"}}}]}\
            """));
    worker().handle(channel("Ev1", "100.1", "What is the fee?"), false);
    assertThat(slack.of("chat.postMessage")).isEmpty();
    assertThat(slack.of("chat.update"))
        .singleElement()
        .satisfies(call -> assertThat(call.get("ts")).isEqualTo("150.1"));
    assertThat(conversations.turns(new ConversationKey("T1", "C1", "100.0"), 5)).hasSize(1);
  }

  @Test
  void aStreamThatACrashedWorkerBeganIsEndedAndPutRight() {
    claims.claim(ClaimKey.message("D1", "100.1"), "dead", Duration.ofSeconds(30));
    claims.hold(
        ClaimKey.message("D1", "100.1"), "dead", Claim.State.ANSWERING, "", Duration.ofSeconds(30));
    clock.advance(Duration.ofSeconds(31));
    slack.always(
        "conversations.replies",
        Canned.json(
            """
            {"ok":true,"messages":[{"ts":"100.1","text":"q"},{"ts":"150.1","text":"The",
             "bot_id":"B1","streaming_state":"in_progress"}]}\
            """));
    slack.next("chat.update", Canned.error("streaming_state_conflict"));
    worker().handle(direct("Ev1", "100.1", "What is the fee?"), false);
    assertThat(slack.of("chat.postMessage")).isEmpty();
    assertThat(slack.of("chat.startStream")).isEmpty();
    assertThat(slack.of("chat.stopStream")).hasSize(1);
    assertThat(slack.of("chat.update"))
        .hasSize(2)
        .allSatisfy(call -> assertThat(call.get("ts")).isEqualTo("150.1"));
  }

  @Test
  void aFollowUpBringsWhatWasSaidBefore() {
    Worker worker = worker();
    worker.handle(channel("Ev1", "100.1", "What is the fee?"), false);
    worker.handle(channel("Ev2", "100.2", "and for two?"), false);
    assertThat(asked.get(1).history())
        .singleElement()
        .satisfies(
            exchange -> {
              assertThat(exchange.question()).isEqualTo("What is the fee?");
              assertThat(exchange.answer()).isEqualTo("The fee is $5 [1].");
            });
  }

  @Test
  void anEarlierAnswerFromWhatIsOutOfReachNowIsKeptFromFollowUps() {
    Document plan = in("C7");
    manifest = Fakes.manifest(Fakes.indexed(plan), Fakes.indexed(FEES));
    answerer =
        (question, onText) -> {
          asked.add(question);
          return Fakes.answered("It is secret [1].", Fakes.citation(1, plan, 1));
        };
    Worker worker = worker();
    worker.handle(channel("Ev1", "100.1", "What is the plan?"), false);
    worker.handle(channel("Ev2", "100.2", "and for two?"), false);
    slack.always("conversations.info C7", channelInfo("C7", true, false));
    clock.advance(Duration.ofMinutes(2));
    worker.handle(channel("Ev3", "100.3", "and for three?"), false);

    assertThat(asked.get(1).history().getFirst().answer()).contains("secret");
    assertThat(asked.get(2).history())
        .allSatisfy(exchange -> assertThat(exchange.answer()).isEmpty());
    assertThat(slack.of("chat.postMessage").getLast().get("blocks"))
        .as("what could be shown when it was asked, and cannot when it is answered")
        .doesNotContain("secret");
  }

  @Test
  void inADirectMessageTheAnswerIsStreamed() {
    String text = "word ".repeat(200) + "[1].";
    answerer =
        (question, onText) -> {
          for (int at = 0; at < text.length(); at += 7) {
            onText.accept(text.substring(at, Math.min(text.length(), at + 7)));
          }
          return Fakes.answered(text, Fakes.citation(1, FEES, 2));
        };
    worker().handle(direct("Ev1", "100.1", "What is the fee?"), false);
    assertThat(slack.of("chat.startStream")).hasSize(1);
    assertThat(slack.of("chat.appendStream")).hasSizeBetween(2, 5);
    assertThat(slack.of("chat.stopStream"))
        .singleElement()
        .satisfies(
            stop -> assertThat(stop.get("blocks")).contains("Fees, page 2", "answer_feedback"));
    assertThat(slack.of("chat.postMessage")).isEmpty();
    StringBuilder streamed = new StringBuilder();
    slack.calls.forEach(call -> streamed.append(call.get("markdown_text")));
    assertThat(streamed.toString()).isEqualTo(text);
  }

  @Test
  void whatPingsIsBrokenInAStreamToo() {
    String text = "x".repeat(250) + " <!channel> and @here " + "y".repeat(300) + " <@U1>";
    answerer =
        (question, onText) -> {
          text.chars().forEach(c -> onText.accept(Character.toString(c)));
          return Fakes.answered(text);
        };
    worker().handle(direct("Ev1", "100.1", "What?"), false);
    assertThat(slack.of("chat.startStream")).hasSize(1);
    for (StubSlack.Call call : slack.calls) {
      assertThat(call.get("markdown_text")).doesNotContain("<!", "@here", "<@");
    }
  }

  @Test
  void anAnswerThatCameOutOtherwiseIsPutRight() {
    answerer =
        (question, onText) -> {
          onText.accept("draft ".repeat(60));
          return answer;
        };
    worker().handle(direct("Ev1", "100.1", "What?"), false);
    assertThat(slack.of("chat.stopStream")).hasSize(1);
    assertThat(slack.of("chat.update"))
        .singleElement()
        .satisfies(update -> assertThat(update.get("blocks")).contains("The fee is $5"));
    assertThat(slack.of("chat.postMessage")).isEmpty();
  }

  @Test
  void aStreamThatFailsIsFollowedByTheWholeText() {
    slack.always("chat.startStream", Canned.error("streaming_not_allowed"));
    worker().handle(direct("Ev1", "100.1", "What?"), false);
    assertThat(slack.of("chat.postMessage"))
        .singleElement()
        .satisfies(post -> assertThat(post.get("blocks")).contains("The fee is $5"));
  }

  @Test
  void aStreamThatBreaksOffIsReplacedByTheWholeText() {
    slack.always("chat.appendStream", Canned.error("message_not_in_streaming_state"));
    slack.always("chat.stopStream", Canned.error("message_not_in_streaming_state"));
    String text = "word ".repeat(300) + "end";
    answerer =
        (question, onText) -> {
          for (String word : text.split("(?<= )")) {
            onText.accept(word);
          }
          return Fakes.answered(text);
        };
    worker().handle(direct("Ev1", "100.1", "What?"), false);
    assertThat(slack.of("chat.update"))
        .singleElement()
        .satisfies(update -> assertThat(update.get("blocks")).contains("word end"));
  }

  @Test
  void tooManyCallsAreWaitedForAsSlackSays() {
    slack.next("chat.postMessage", Canned.tooMany(3), Canned.tooMany(1));
    assertThat(worker().handle(channel("Ev1", "100.1", "What?"), false)).isEqualTo(DONE);
    assertThat(slack.of("chat.postMessage")).hasSize(3);
    assertThat(slack.of("conversations.replies")).isEmpty();
  }

  @Test
  void waitingIsBounded() {
    slack.always("chat.postMessage", Canned.tooMany(50));
    assertThat(worker().handle(channel("Ev1", "100.1", "What?"), false))
        .isEqualTo(new JobResult.Again(Duration.ofSeconds(50)));
    assertThat(slack.of("chat.postMessage")).hasSize(1);
  }

  @Test
  void aLongAnswerIsSplitAndPostedOn() {
    String text = "A sentence of some length, about fees. ".repeat(700);
    answerer = (question, onText) -> Fakes.answered(text);
    worker().handle(channel("Ev1", "100.1", "What?"), false);
    assertThat(slack.of("chat.postMessage")).hasSize(3);
    for (StubSlack.Call post : slack.of("chat.postMessage")) {
      assertThat(post.get("text").length()).isLessThan(4_000);
    }
  }

  @Test
  void blocksThatSlackRefusesAreSaidPlainly() {
    slack.next("chat.postMessage", Canned.error("invalid_blocks"));
    worker().handle(channel("Ev1", "100.1", "What?"), false);
    assertThat(slack.of("chat.postMessage").getLast())
        .satisfies(
            post -> {
              assertThat(post.get("blocks")).isEmpty();
              assertThat(post.get("text")).contains("The fee is $5").contains("Fees, page 2");
            });
  }

  @Test
  void aFailureIsTriedAgainAndAtLastToldInTheThread() {
    answerer =
        (question, onText) -> {
          throw new IllegalStateException("a bug");
        };
    Worker worker = worker();
    AnswerQuestion job = channel("Ev1", "100.1", "What?");
    assertThatThrownBy(() -> worker.handle(job, false)).isInstanceOf(IllegalStateException.class);
    assertThat(slack.of("chat.postMessage")).isEmpty();
    assertThatThrownBy(() -> worker.handle(job, true)).isInstanceOf(IllegalStateException.class);
    assertThat(slack.of("chat.postMessage"))
        .singleElement()
        .satisfies(post -> assertThat(post.get("text")).contains("Sorry"));
  }

  @Test
  void anApologyGivesWayToTheAnswerIfItIsFoundAfterAll() {
    AtomicInteger tries = new AtomicInteger();
    answerer =
        (question, onText) -> {
          if (tries.getAndIncrement() == 0) {
            throw new IllegalStateException("a bug");
          }
          return answer;
        };
    Worker worker = worker();
    assertThatThrownBy(() -> worker.handle(channel("Ev1", "100.1", "What?"), true))
        .isInstanceOf(IllegalStateException.class);
    worker.handle(channel("Ev2", "100.1", "What?"), false);
    assertThat(slack.of("chat.postMessage")).hasSize(1);
    assertThat(slack.of("chat.update"))
        .singleElement()
        .satisfies(update -> assertThat(update.get("blocks")).contains("The fee is $5"));
  }

  @Test
  void aCommandIsAnsweredToItsSenderAlone() {
    AnswerQuestion job =
        new AnswerQuestion(
            "command-1",
            "T1",
            "C1",
            false,
            "U1",
            Optional.empty(),
            Optional.empty(),
            "What is the fee?",
            Optional.of(slack.url("/response").toString()));
    worker().handle(job, false);
    assertThat(slack.calls)
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.method()).isEqualTo("/response");
              assertThat(call.get("json"))
                  .contains("\"response_type\":\"ephemeral\"")
                  .contains("The fee is $5")
                  .contains("\"unfurl_links\":false");
            });
  }

  @Test
  void aBareMentionIsToldWhatTheBotCanDo() {
    worker().handle(channel("Ev1", "100.1", ""), false);
    assertThat(asked).isEmpty();
    assertThat(slack.of("chat.postMessage"))
        .singleElement()
        .satisfies(post -> assertThat(post.get("blocks")).contains("/ragtime sources"));
  }

  @Test
  void twoBotsCannotTalkWithoutEnd() {
    Worker worker = worker();
    for (int i = 0; i < 60; i++) {
      worker.handle(channel("Ev" + i, "100." + (100 + i), "What is the fee?"), false);
    }
    assertThat(slack.of("chat.postMessage")).hasSize(41);
    assertThat(slack.of("chat.postMessage").getLast().get("text")).contains("quiet");
    clock.advance(Duration.ofMinutes(61));
    worker.handle(channel("EvLater", "100.900", "What is the fee?"), false);
    assertThat(slack.of("chat.postMessage")).hasSize(42);
  }

  @Test
  void whoeverSpentTheirBudgetIsToldWhenItRenewsAndNoModelIsAsked() {
    budget = new DailyBudget(new MemoryBudgets(), new Allowance(2, 0), Allowance.UNLIMITED, clock);
    Worker worker = worker();
    worker.handle(channel("Ev1", "100.1", "One?"), false);
    worker.handle(channel("Ev2", "100.2", "Two?"), false);
    worker.handle(channel("Ev3", "100.3", "Three?"), false);

    assertThat(asked).hasSize(2);
    assertThat(slack.of("chat.postMessage").getLast().get("blocks")).contains("14 hours");
    clock.advance(Duration.ofHours(14));
    worker.handle(channel("Ev4", "100.4", "Four?"), false);
    assertThat(asked).hasSize(3);
  }

  @Test
  void whatAnAnswerTookIsSavedAndCountsForTheTeam() {
    MemoryBudgets spending = new MemoryBudgets();
    budget = new DailyBudget(spending, Allowance.UNLIMITED, Allowance.UNLIMITED, clock);
    answerer =
        (question, onText) ->
            new Answer(Status.ANSWERED, "It is.", List.of(), "m", "q", 1, new Spent(90, 10));
    worker().handle(channel("Ev1", "100.1", "What is the fee?"), false);

    Turn turn = conversations.turn(new ConversationKey("T1", "C1", "100.0"), "100.1").orElseThrow();
    assertThat(turn.inputTokens()).isEqualTo(90);
    assertThat(turn.outputTokens()).isEqualTo(10);
    assertThat(spending.ofTeam("T1", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)))
        .isEqualTo(new Spending(1, 100));
  }

  private static Document in(String channel) {
    return Fakes.document(
        "slack/" + channel + "/secret.pdf", "Secret of " + channel, 1, Optional.of(channel));
  }

  private static Canned channelInfo(String id, boolean isPrivate, boolean outside) {
    return Canned.json(
        "{\"ok\":true,\"channel\":{\"id\":\"%s\",\"is_channel\":true,\"is_private\":%s,\"is_ext_shared\":%s}}"
            .formatted(id, isPrivate, outside));
  }

  @Test
  void documentsOfPublicChannelsAreForAllAndOfPrivateOnesForTheirOwnAlone() {
    manifest =
        Fakes.manifest(
            Fakes.indexed(in("CPUB")),
            Fakes.indexed(in("CPRIV")),
            Fakes.indexed(in("CGONE")),
            Fakes.indexed(in("C1")),
            Fakes.indexed(FEES));
    slack
        .always("conversations.info CPUB", channelInfo("CPUB", false, false))
        .always("conversations.info CPRIV", channelInfo("CPRIV", true, false))
        .always("conversations.info C1", channelInfo("C1", true, false))
        .always("conversations.info COUT", channelInfo("COUT", false, true))
        .always("conversations.info CGONE", Canned.error("channel_not_found"));
    Worker worker = worker();
    worker.handle(channel("Ev1", "100.1", "What?"), false);
    worker.handle(question("Ev2", "COUT", "101.1", Optional.empty(), "What?"), false);
    worker.handle(channel("Ev3", "100.2", "What?"), false);
    for (Question question : List.of(asked.get(0), asked.get(2))) {
      assertThat(question.audience().maySee(Optional.empty())).isTrue();
      assertThat(question.audience().maySee(Optional.of("C1"))).isTrue();
      assertThat(question.audience().maySee(Optional.of("CPUB"))).isTrue();
      assertThat(question.audience().maySee(Optional.of("CPRIV"))).isFalse();
      assertThat(question.audience().maySee(Optional.of("CGONE"))).isFalse();
    }
    assertThat(asked.get(1).audience().maySee(Optional.of("CPUB")))
        .as("shown to another organisation")
        .isFalse();
    assertThat(slack.of("conversations.info"))
        .as("each channel is asked about once a minute")
        .hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void aReportTellsOnlyOfWhatItsReaderMaySee() {
    manifest = Fakes.manifest(Fakes.indexed(in("CPRIV")), Fakes.indexed(FEES));
    slack
        .always("conversations.info CPRIV", channelInfo("CPRIV", true, false))
        .always("conversations.info C1", channelInfo("C1", false, false));
    Worker worker = worker();
    for (Report.Subject subject : Report.Subject.values()) {
      worker.handle(
          new Report("r" + subject, "T1", "C1", "U1", subject, slack.url("/response").toString()),
          false);
    }
    assertThat(slack.of("/response"))
        .hasSize(Report.Subject.values().length)
        .allSatisfy(call -> assertThat(call.get("json")).doesNotContain("Secret", "secret"));
    assertThat(slack.of("/response").getFirst().get("json")).contains("Fees").contains("One");
  }

  @Test
  void feedbackIsKeptWithItsQuestionAndThankedFor() {
    Worker worker = worker();
    worker.handle(channel("Ev1", "100.1", "What is the fee?"), false);
    worker.handle(
        new TakeFeedback(
            "click-1",
            "T1",
            "C1",
            "U1",
            "200.1",
            "100.0",
            "100.1",
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.of(slack.url("/response").toString())),
        false);
    assertThat(feedback.of("C1", "200.1"))
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.question()).isEqualTo("What is the fee?");
              assertThat(kept.helpful()).isFalse();
              assertThat(kept.generation()).isEqualTo(7);
            });
    assertThat(slack.of("/response").getFirst().get("json")).contains("Thank you");
  }

  @Test
  void whoeverOpensTheMessagesIsOfferedPromptsWithoutAThread() {
    worker().handle(new Greet("g", "T1", "D1", "U1"), false);
    assertThat(slack.of("assistant.threads.setSuggestedPrompts"))
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.fields()).doesNotContainKey("thread_ts");
              assertThat(call.get("prompts")).contains("Fees");
            });
  }

  @Test
  void theTurnIsSavedWithItsCitations() {
    worker().handle(channel("Ev1", "100.1", "What is the fee?"), false);
    assertThat(conversations.turns(new ConversationKey("T1", "C1", "100.0"), 5))
        .singleElement()
        .extracting(Turn::question, Turn::answer, Turn::generation)
        .containsExactly("What is the fee?", "The fee is $5 [1].", 7L);
  }

  @Test
  void nothingIsCalledThatTheManifestDoesNotKnow() {
    theTurnIsSavedWithItsCitations();
    List<String> known = Arrays.stream(SlackMethod.values()).map(SlackMethod::path).toList();
    assertThat(slack.calls).extracting(StubSlack.Call::method).isSubsetOf(known);
  }
}
