package ragtime.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.MemoryConversations;
import ragtime.conversation.TestClock;
import ragtime.job.AnswerQuestion;
import ragtime.job.Greet;
import ragtime.job.Job;
import ragtime.job.JobQueue;
import ragtime.job.JobQueueException;
import ragtime.job.Report;
import ragtime.job.ShowHome;
import ragtime.job.TakeFeedback;
import ragtime.job.TakeFile;

class SlackFrontTest {
  private static final SlackSettings SETTINGS =
      new SlackSettings("xoxb-1", Signed.SECRET, URI.create("http://127.0.0.1:1/api/"), 1 << 20);

  private final TestClock clock = new TestClock();
  private final Signed signed = new Signed(Signed.SECRET, clock);
  private final List<Job> jobs = new ArrayList<>();
  private final MemoryConversations conversations =
      new MemoryConversations(Duration.ofDays(1), clock);
  private SlackBot bot;
  private SlackFront front;

  @BeforeEach
  void make() {
    make(jobs::add);
  }

  private void make(JobQueue queue) {
    bot = Fakes.bot(SETTINGS, Fakes.parts(clock).queue(queue).conversations(conversations).build());
    front = bot.front();
  }

  @AfterEach
  void close() {
    bot.close();
  }

  private static String message(String more) {
    return """
    {"type":"message","channel":"C1","channel_type":"channel","user":"U1","ts":"100.1",
     "text":"what is the fee?" %s}\
    """
        .formatted(more);
  }

  private static final String MENTION =
      """
      {"type":"app_mention","channel":"C1","user":"U1","ts":"100.1",
       "text":"<@UBOT> what is the fee of A &amp; B?"}\
      """;

  @Test
  void aMentionBecomesAQuestion() {
    assertThat(front.handle(signed.event("Ev1", MENTION)).status()).isEqualTo(200);
    assertThat(jobs)
        .containsExactly(
            new AnswerQuestion(
                "Ev1",
                "T1",
                "C1",
                false,
                "U1",
                Optional.of("100.1"),
                Optional.empty(),
                "what is the fee of A & B?",
                Optional.empty()));
  }

  @Test
  void aForgedSignatureIsRefused() {
    FrontRequest good = signed.event("Ev1", MENTION);
    byte[] other =
        new String(good.body(), StandardCharsets.UTF_8)
            .replace("fee", "key")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(front.handle(new FrontRequest("POST", "/", good.headers(), other)).status())
        .isEqualTo(401);
    assertThat(front.handle(new Signed("another", clock).event("Ev1", MENTION)).status())
        .isEqualTo(401);
    assertThat(front.handle(new Signed("---", clock).event("Ev1", MENTION)).status())
        .isEqualTo(401);
    assertThat(front.handle(new FrontRequest("POST", "/", Map.of(), good.body())).status())
        .isEqualTo(401);
    assertThat(jobs).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301, -100_000, 100_000})
  void aStaleOrFutureTimestampIsRefused(long seconds) {
    TestClock theirs = new TestClock(clock.instant().plusSeconds(seconds));
    assertThat(front.handle(new Signed(Signed.SECRET, theirs).event("Ev1", MENTION)).status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(longs = {-299, 299})
  void aTimestampWithinTheWindowPasses(long seconds) {
    TestClock theirs = new TestClock(clock.instant().plusSeconds(seconds));
    assertThat(front.handle(new Signed(Signed.SECRET, theirs).event("Ev1", MENTION)).status())
        .isEqualTo(200);
  }

  @Test
  void aBlankSecretRefusesToStart() {
    assertThatThrownBy(() -> new SlackSettings("xoxb-1", " ", SlackSettings.SLACK, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RequestSignature("", clock))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void otherMethodsAndHugeBodiesAreRefused() {
    FrontRequest good = signed.event("Ev1", MENTION);
    assertThat(front.handle(new FrontRequest("GET", "/", good.headers(), good.body())).status())
        .isEqualTo(405);
    assertThat(front.handle(signed.json(" ".repeat(SlackFront.MOST_BYTES + 1))).status())
        .isEqualTo(413);
  }

  @Test
  void theChallengeIsAnswered() {
    FrontResponse response =
        front.handle(signed.json("{\"type\":\"url_verification\",\"challenge\":\"c1\"}"));
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("c1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"event_callback\",\"event\":{\"type\":\"star_added\"}}",
        "{\"type\":\"event_callback\"}",
        "{\"type\":\"something_new\"}",
        "{\"type\":{}}",
        "{",
        "payload=%7B",
        "payload=%zz",
        "nonsense",
        ""
      })
  void whatIsUnknownIsAcknowledged(String body) {
    assertThat(front.handle(signed.json(body)).status()).isEqualTo(200);
    assertThat(jobs).isEmpty();
  }

  @Test
  void aDirectMessageIsAQuestionAlways() {
    front.handle(
        signed.event(
            "Ev1",
            """
            {"type":"message","channel":"D1","channel_type":"im","user":"U1","ts":"100.2",
             "thread_ts":"100.1","text":"and for two?"}\
            """));
    assertThat(jobs)
        .singleElement()
        .isInstanceOfSatisfying(
            AnswerQuestion.class,
            job -> {
              assertThat(job.channelIsDirect()).isTrue();
              assertThat(job.threadTs()).contains("100.1");
            });
  }

  @Test
  void aFollowUpNeedsNoMentionWhereTheBotTakesPartAndOnlyThere() {
    String followUp = message(", \"thread_ts\":\"99.1\"");
    front.handle(signed.event("Ev1", followUp));
    assertThat(jobs).isEmpty();
    conversations.open(new ConversationKey("T1", "C1", "99.1"));
    front.handle(signed.event("Ev2", followUp));
    assertThat(jobs).hasSize(1);
    front.handle(signed.event("Ev3", message("")));
    front.handle(signed.event("Ev4", followUp.replace("what is", "<@U2> what is")));
    front.handle(signed.event("Ev5", followUp.replace("what is", "<@UBOT> what is")));
    assertThat(jobs).hasSize(1);
  }

  @Test
  void botsEditsAndTheBotItselfAreIgnored() {
    conversations.open(new ConversationKey("T1", "C1", "99.1"));
    front.handle(signed.event("Ev1", message(", \"thread_ts\":\"99.1\", \"bot_id\":\"B2\"")));
    front.handle(
        signed.event("Ev2", message(", \"thread_ts\":\"99.1\"").replace("\"U1\"", "\"UBOT\"")));
    front.handle(
        signed.event("Ev3", message(", \"thread_ts\":\"99.1\", \"subtype\":\"message_changed\"")));
    front.handle(signed.event("Ev4", MENTION.replace("\"ts\"", "\"bot_id\":\"B2\",\"ts\"")));
    assertThat(jobs).isEmpty();
  }

  private static String share(String channel, String type, String text, String files) {
    return """
    {"type":"message","subtype":"file_share","channel":"%s","channel_type":"%s","user":"U1",
     "ts":"100.1","text":"%s","files":[%s]}\
    """
        .formatted(channel, type, text, files);
  }

  private static final String PDF = "{\"id\":\"F1\",\"name\":\"a.pdf\",\"filetype\":\"pdf\"}";
  private static final String CAT = "{\"id\":\"F2\",\"name\":\"cat.png\",\"filetype\":\"png\"}";

  @Test
  void everyPdfSharedInAChannelIsTakenInAndOtherFilesAreNot() {
    front.handle(signed.event("Ev1", share("C1", "channel", "look", PDF + "," + CAT)));
    assertThat(jobs).containsExactly(new TakeFile("Ev1/F1", "T1", "C1", "U1", "100.1", "F1"));
  }

  @Test
  void everyFileIsTakenInADirectMessageAlongWithTheQuestion() {
    front.handle(signed.event("Ev1", share("D1", "im", "what does it say?", PDF + "," + CAT)));
    assertThat(jobs).extracting(Job::id).containsExactly("Ev1/F1", "Ev1/F2", "Ev1");
  }

  private Map<String, String> command(String text) {
    return Map.of(
        "command", "/ragtime",
        "text", text,
        "team_id", "T1",
        "channel_id", "C1",
        "user_id", "U1",
        "trigger_id", "1.2.3",
        "response_url", "http://127.0.0.1:1/r");
  }

  @Test
  void theCommandAsksAndReports() {
    FrontResponse response = front.handle(signed.form(command("ask What is the fee?")));
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).contains("Looking").contains("ephemeral");
    front.handle(signed.form(command("sources")));
    front.handle(signed.form(command("STATUS")));
    assertThat(jobs)
        .extracting(Object::getClass)
        .containsExactly((Class) AnswerQuestion.class, Report.class, Report.class);
    assertThat(((AnswerQuestion) jobs.getFirst()).text()).isEqualTo("What is the fee?");
  }

  @Test
  void helpComesAtOnceAndSoDoesWhatIsUnknown() {
    assertThat(front.handle(signed.form(command(""))).body()).contains("/ragtime ask");
    assertThat(front.handle(signed.form(command("help"))).body()).contains("/ragtime ask");
    assertThat(front.handle(signed.form(command("dance <!channel>"))).body())
        .contains("dance")
        .doesNotContain("<!channel");
    assertThat(front.handle(signed.form(command("ask"))).body()).contains("What would you like");
    assertThat(jobs).isEmpty();
  }

  @Test
  void aClickOnAButtonIsFeedback() {
    String payload =
        """
        {"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1"},"trigger_id":"9.9",
         "container":{"type":"message","message_ts":"100.2","channel_id":"C1"},
         "response_url":"http://127.0.0.1:1/r",
         "actions":[{"type":"feedback_buttons","action_id":"answer_feedback",
                     "value":"down 100.1 100.1"}]}\
        """;
    assertThat(front.handle(signed.form(Map.of("payload", payload))).status()).isEqualTo(200);
    assertThat(jobs)
        .containsExactly(
            new TakeFeedback(
                "click-9.9",
                "T1",
                "C1",
                "U1",
                "100.2",
                "100.1",
                "100.1",
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of("http://127.0.0.1:1/r")));
  }

  @Test
  void openingTheMessagesGreetsAndOpeningTheHomeShowsIt() {
    String opened =
        "{\"type\":\"app_home_opened\",\"user\":\"U1\",\"channel\":\"D1\",\"tab\":\"%s\"}";
    front.handle(signed.event("Ev1", opened.formatted("home")));
    front.handle(signed.event("Ev2", opened.formatted("messages")));
    assertThat(jobs)
        .containsExactly(new ShowHome("Ev1", "T1", "U1"), new Greet("Ev2", "T1", "D1", "U1"));
  }

  @Test
  void aQueueThatRefusesMakesSlackSendTheEventAgainAndTellsTheCommandsSender() {
    bot.close();
    make(
        job -> {
          throw new JobQueueException("full", null);
        });
    assertThat(front.handle(signed.event("Ev1", MENTION)).status()).isEqualTo(503);
    FrontResponse response = front.handle(signed.form(command("ask What?")));
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).contains("try again");
  }
}
