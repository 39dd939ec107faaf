package ragtime.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ragtime.conversation.AdminAct;
import ragtime.conversation.ChannelSettings;
import ragtime.conversation.Listening;
import ragtime.conversation.MemoryAuditLog;
import ragtime.conversation.MemoryChannelSettings;
import ragtime.conversation.TestClock;
import ragtime.job.AnswerQuestion;
import ragtime.job.GivenUp;
import ragtime.job.Job;
import ragtime.job.Outcome;
import ragtime.job.Pace;
import ragtime.job.Progress;
import ragtime.job.Reindex;
import ragtime.job.ReplyAddress;
import ragtime.job.Report;
import ragtime.job.SaveSettings;
import ragtime.job.ShowHome;
import ragtime.job.ShowSettings;
import ragtime.job.StartReindex;
import ragtime.library.Document;
import ragtime.slack.StubSlack.Canned;

class AdminTest {
  private static final Document FEES = Fakes.document("fees.pdf", "Fees", 3, Optional.empty());
  private static final Document SECRET =
      Fakes.document("slack/G9/s.pdf", "Secret", 1, Optional.of("G9"));

  private final TestClock clock = new TestClock();
  private final MemoryAuditLog audit = new MemoryAuditLog();
  private final MemoryChannelSettings settings = new MemoryChannelSettings();
  private final List<Job> jobs = new CopyOnWriteArrayList<>();
  private StubSlack slack;
  private SlackBot bot;
  private String response;

  @BeforeEach
  void start() throws IOException {
    slack = new StubSlack();
    response = slack.url("/response").toString();
    slack.always("users.info UBOSS", user("\"is_admin\":true"));
    slack.always(
        "conversations.info G9",
        Canned.json("{\"ok\":true,\"channel\":{\"id\":\"G9\",\"is_private\":true}}"));
    slack.always(
        "conversations.members", Canned.json("{\"ok\":true,\"members\":[\"U1\",\"UBOSS\"]}"));
    bot =
        Fakes.bot(
            slack.settings(),
            Fakes.parts(clock)
                .index(Fakes.index(Fakes.manifest(Fakes.indexed(FEES), Fakes.indexed(SECRET))))
                .audit(audit)
                .settings(settings)
                .queue(jobs::add)
                .build());
  }

  @AfterEach
  void stop() {
    bot.close();
    slack.close();
  }

  private static Canned user(String more) {
    return Canned.json("{\"ok\":true,\"user\":{\"team_id\":\"T1\"," + more + "}}");
  }

  private StartReindex reindex(String id, String user, boolean full) {
    return new StartReindex(id, "T1", "C1", user, full, Optional.of(response));
  }

  private String said() {
    return slack.of("/response").getLast().get("json");
  }

  @Test
  void whoIsNoAdminIsRefusedPolitely() {
    bot.worker().handle(reindex("a", "U1", false), false);
    assertThat(said()).contains("That is for the workspace’s admins");
    bot.worker().handle(new Report("b", "T1", "C1", "U1", Report.Subject.BUDGET, response), false);
    assertThat(said()).contains("That is for the workspace’s admins");
    bot.worker().handle(new ShowSettings("c", "T1", "C1", "U1", "V1", Optional.empty()), false);
    assertThat(slack.of("views.update").getFirst().get("view")).contains("That is for");
    bot.worker().handle(save("U1", Optional.of(response)), false);
    assertThat(said()).contains("That is for the workspace’s admins");
    assertThat(settings.of("T1", "C1")).isEmpty();
    assertThat(jobs).isEmpty();
    assertThat(audit.newest("T1", 9)).isEmpty();
  }

  @Test
  void anAdminHasTheLibraryReadAndOneMessageSaysHowItGoes() {
    slack.always(
        "chat.postMessage", Canned.json("{\"ok\":true,\"channel\":\"DBOSS\",\"ts\":\"300.1\"}"));
    bot.worker().handle(reindex("a", "UBOSS", true), false);
    bot.worker().handle(reindex("a", "UBOSS", true), false);
    ReplyAddress reply = new ReplyAddress("T1", "DBOSS", "300.1", Optional.of("en"));
    assertThat(jobs).containsExactly(new Reindex("a/reindex", true, Optional.of(reply)));
    assertThat(slack.of("chat.postMessage"))
        .singleElement()
        .satisfies(post -> assertThat(post.get("channel")).isEqualTo("UBOSS"));
    assertThat(said()).contains("Our direct messages show how it goes");
    assertThat(audit.newest("T1", 9))
        .extracting(AdminAct::user, AdminAct::what)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("UBOSS", AdminAct.What.REINDEX_FULL));

    bot.worker()
        .handle(new Progress("p", reply, 10, 40, 200, Optional.of(new Pace(2, 170))), false);
    assertThat(slack.of("chat.update").getLast().get("text"))
        .contains("10 of 40 documents", "2 failed", "about 3 minutes left", "█████░", "25 %");
  }

  @Test
  void twoAdminsAtOnceGetOneRun() {
    slack.always("users.info UTWO", user("\"is_owner\":true,\"locale\":\"de-DE\""));
    slack.next(
        "chat.postMessage",
        Canned.json("{\"ok\":true,\"channel\":\"DBOSS\",\"ts\":\"300.1\"}"),
        Canned.json("{\"ok\":true,\"channel\":\"DTWO\",\"ts\":\"300.2\"}"),
        Canned.json("{\"ok\":true,\"channel\":\"DTWO\",\"ts\":\"300.3\"}"),
        Canned.json("{\"ok\":true,\"channel\":\"DTWO\",\"ts\":\"300.4\"}"));
    bot.worker().handle(reindex("a", "UBOSS", false), false);
    bot.worker().handle(reindex("b", "UTWO", false), false);
    assertThat(jobs).hasSize(1);
    StubSlack.Call told = slack.of("chat.update").getLast();
    assertThat(told.get("ts")).isEqualTo("300.2");
    assertThat(told.get("text")).contains("gerade schon gelesen").contains("<@UBOSS>");

    ReplyAddress reply = new ReplyAddress("T1", "DBOSS", "300.1", Optional.of("en"));
    clock.advance(Duration.ofMinutes(20));
    bot.worker().handle(new Progress("p", reply, 10, 40, 200), false);
    clock.advance(Duration.ofMinutes(20));
    bot.worker().handle(reindex("c", "UTWO", false), false);
    assertThat(jobs).as("it is still being heard of").hasSize(1);
    bot.worker()
        .handle(new Outcome("o", reply, Optional.empty(), 9, 9, 2, 0, Optional.empty()), false);
    assertThat(jobs).last().isEqualTo(new ShowHome("o/home", "T1", "UBOSS"));
    bot.worker().handle(reindex("d", "UTWO", false), false);
    assertThat(jobs).filteredOn(Reindex.class::isInstance).hasSize(2);
  }

  @Test
  void aRunThatIsGivenUpIsNotCalledComplete() {
    slack.always(
        "chat.postMessage", Canned.json("{\"ok\":true,\"channel\":\"DBOSS\",\"ts\":\"300.1\"}"));
    ReplyAddress reply = new ReplyAddress("T1", "DBOSS", "300.1", Optional.of("en"));

    bot.worker().handle(new GivenUp("u", reply, Optional.empty()), false);

    StubSlack.Call told = slack.of("chat.update").getLast();
    assertThat(told.get("ts")).isEqualTo("300.1");
    assertThat(told.get("text"))
        .contains("could not be looked through")
        .doesNotContain("up to date");
  }

  private static SaveSettings save(String user, Optional<String> responseUrl) {
    return new SaveSettings(
        "settings-V1",
        "T1",
        "C1",
        user,
        "mentions",
        true,
        false,
        List.of("hr/"),
        Optional.of("fr"),
        Optional.of("C7"),
        responseUrl);
  }

  @Test
  void whatAnAdminSettlesHoldsAtOnce() {
    bot.worker()
        .handle(new ShowSettings("c", "T1", "C1", "UBOSS", "V1", Optional.of(response)), false);
    assertThat(slack.of("views.update").getFirst().get("view"))
        .contains("\"callback_id\":\"channel_settings\"", "C1\\n" + response);
    bot.worker().handle(save("UBOSS", Optional.of(response)), false);
    assertThat(settings.of("T1", "C1"))
        .contains(
            new ChannelSettings(
                Listening.MENTIONS,
                true,
                false,
                List.of("hr/"),
                Optional.of("fr"),
                Optional.of("C7")));
    assertThat(said()).contains("The settings of <#C1> are saved");
    assertThat(audit.newest("T1", 1).getFirst().channel()).contains("C1");

    bot.worker()
        .handle(
            new AnswerQuestion(
                "Ev1",
                "T1",
                "C1",
                false,
                "U1",
                Optional.of("100.1"),
                Optional.empty(),
                "Quel est le prix ?",
                Optional.empty()),
            false);
    assertThat(slack.of("chat.postEphemeral"))
        .singleElement()
        .satisfies(
            whisper -> {
              assertThat(whisper.get("user")).isEqualTo("U1");
              assertThat(whisper.get("blocks")).contains("Je n’ai pas trouvé");
            });
    assertThat(slack.of("assistant.threads.setStatus")).isEmpty();
  }

  @Test
  void reportsForAdminsTellWhatMayBeKnownThere() {
    bot.worker()
        .handle(new Report("b", "T1", "C1", "UBOSS", Report.Subject.DOCUMENTS, response), false);
    assertThat(said()).contains("Fees", "3 pages, 10 passages").doesNotContain("Secret");
    bot.worker()
        .handle(new Report("b", "T1", "C1", "UBOSS", Report.Subject.BUDGET, response), false);
    assertThat(said()).contains("Questions of the team: 0, no limit");
    bot.worker()
        .handle(new Report("b", "T1", "C1", "UBOSS", Report.Subject.STATUS, response), false);
    assertThat(said()).contains("3 jobs wait");
    bot.worker().handle(new Report("b", "T1", "C1", "U1", Report.Subject.STATUS, response), false);
    assertThat(said()).doesNotContain("jobs wait");
  }

  @Test
  void anotherPartOfAListTakesThePlaceOfTheFirst() {
    Report first = new Report("b", "T1", "C1", "U1", Report.Subject.SOURCES, response);
    bot.worker().handle(first, false);
    assertThat(said()).contains("Fees", "\"replace_original\":false");
    Report other =
        new Report("c", "T1", "C1", "U1", Report.Subject.SOURCES, Optional.of(7), response);
    bot.worker().handle(other, false);
    assertThat(said()).contains("Fees", "\"replace_original\":true").doesNotContain("Secret");
    Report refused =
        new Report("d", "T1", "C1", "U1", Report.Subject.DOCUMENTS, Optional.of(2), response);
    bot.worker().handle(refused, false);
    assertThat(said()).contains("That is for the workspace’s admins");
  }

  @Test
  void theHomeTabShowsWhatThePersonMayKnowAndAdminsMore() {
    bot.worker()
        .handle(
            new AnswerQuestion(
                "Ev1",
                "T1",
                "G9",
                false,
                "U1",
                Optional.of("100.1"),
                Optional.empty(),
                "What is the fee?",
                Optional.empty()),
            false);
    bot.worker().handle(new ShowHome("Ev2", "T1", "U1"), false);
    StubSlack.Call home = slack.of("views.publish").getLast();
    assertThat(home.get("user_id")).isEqualTo("U1");
    assertThat(home.get("view"))
        .contains("How to ask", "What you asked lately", "What is the fee?", "Fees")
        .doesNotContain("Secret", "For admins");
    bot.worker().handle(new ShowHome("Ev3", "T1", "UBOSS"), false);
    assertThat(slack.of("views.publish").getLast().get("view"))
        .contains("For admins", "Read everything again")
        .doesNotContain("Secret", "What is the fee?");
  }
}
