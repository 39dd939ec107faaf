package ragtime.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ragtime.conversation.MemoryClaims;
import ragtime.conversation.TestClock;
import ragtime.installation.BotToken;
import ragtime.installation.Installation;
import ragtime.installation.MemoryInstallations;
import ragtime.job.AnswerQuestion;
import ragtime.job.Job;
import ragtime.job.TeamJob;

/** Requests of several workspaces reach the one that each is for. */
class TeamFrontTest {
  private static final String MENTION =
      "{\"type\":\"app_mention\",\"channel\":\"C1\",\"user\":\"U1\",\"ts\":\"1.1\","
          + "\"text\":\"<@UBOT> how much?\"}";

  private final TestClock clock = new TestClock();
  private final Signed signed = new Signed(Signed.SECRET, clock);
  private final MemoryInstallations installations = new MemoryInstallations();
  private final List<Job> jobs = new ArrayList<>();
  private final List<String> tokens = new ArrayList<>();
  private StubSlack slack;
  private TeamFront front;

  @BeforeEach
  void start() throws IOException {
    slack = new StubSlack();
    front =
        new TeamFront(
            new SlackApp("1.2", "cs", Signed.SECRET, slack.url("/api/")),
            installations,
            new MemoryClaims(Duration.ofDays(1), clock),
            installation -> {
              tokens.add(installation.token().value());
              return new TeamFront.Parts(
                  new SlackSettings(
                      installation.token().value(), Signed.SECRET, slack.url("/api/"), 1),
                  TeamJob.queue(jobs::add, installation.folder()),
                  BlankMemory.make().conversations(),
                  BlankMemory.make().settings());
            },
            clock);
    install("T1", "xoxb-1");
    install("T2", "xoxb-2");
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  private void install(String team, String token) {
    installations.save(
        new Installation(team, team, "UBOT", new BotToken(token), "U1", clock.instant()));
  }

  private FrontResponse event(String team, String authorized, String event) {
    return front.handle(
        signed.json(
            """
            {"team_id":"%s","type":"event_callback","event_id":"Ev1","event_time":%d,
             "authorizations":[{"team_id":"%s","user_id":"UBOT","is_bot":true}],"event":%s}"""
                .formatted(team, clock.instant().getEpochSecond(), authorized, event)));
  }

  @Test
  void anEventBecomesAJobOfItsWorkspace() {
    assertThat(event("T1", "T1", MENTION).status()).isEqualTo(200);
    assertThat(event("T2", "T2", MENTION).status()).isEqualTo(200);
    assertThat(jobs).extracting(job -> ((TeamJob) job).folder().team()).containsExactly("T1", "T2");
    assertThat(tokens).containsExactly("xoxb-1", "xoxb-2");
  }

  @Test
  void inASharedChannelTheInstallationThatItIsMeantForCounts() {
    event("T0ELSEWHERE", "T2", MENTION);
    assertThat(jobs)
        .singleElement()
        .isInstanceOfSatisfying(
            TeamJob.class,
            job -> {
              assertThat(job.folder().team()).isEqualTo("T2");
              assertThat(((AnswerQuestion) job.job()).team()).isEqualTo("T2");
            });
  }

  @Test
  void commandsAndClicksReachTheirWorkspaceToo() {
    front.handle(
        signed.form(
            Map.of(
                "command", "/ragtime",
                "text", "ask how much?",
                "team_id", "T2",
                "channel_id", "C1",
                "user_id", "U1",
                "trigger_id", "1",
                "response_url", slack.url("/r").toString())));
    String click =
        "{\"type\":\"block_actions\",\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\"},"
            + "\"container\":{\"channel_id\":\"C1\",\"message_ts\":\"1.1\"},\"trigger_id\":\"1\","
            + "\"actions\":[{\"action_id\":\""
            + AdminListener.REINDEX
            + "\",\"block_id\":\"b\",\"type\":\"button\",\"value\":\"\"}]}";
    assertThat(front.handle(signed.form(Map.of("payload", click))).status()).isEqualTo(200);
    assertThat(jobs).extracting(job -> ((TeamJob) job).folder().team()).containsExactly("T2", "T1");
  }

  @Test
  void aWorkspaceWithoutAnInstallationIsIgnoredPolitely() {
    assertThat(event("T3", "T3", MENTION).status()).isEqualTo(200);
    assertThat(jobs).isEmpty();
    assertThat(slack.calls).isEmpty();
  }

  @Test
  void whatSlackDidNotSignReachesNobody() {
    Signed forger = new Signed("another secret", clock);
    assertThat(front.handle(forger.event("Ev1", MENTION)).status()).isEqualTo(401);
    assertThat(front.handle(forger.event("Ev2", "{\"type\":\"app_uninstalled\"}")).status())
        .isEqualTo(401);
    assertThat(jobs).isEmpty();
    assertThat(installations.find("T1")).isPresent();
  }

  @Test
  void whoeverRemovesTheAppIsForgotten() {
    event("T1", "T1", MENTION);
    clock.advance(Duration.ofMinutes(5));
    assertThat(event("T1", "T1", "{\"type\":\"app_uninstalled\"}").status()).isEqualTo(200);
    assertThat(installations.find("T1")).isEmpty();
    assertThat(installations.find("T2")).isPresent();
    jobs.clear();
    event("T1", "T1", MENTION);
    assertThat(jobs).as("at once, though it was known a moment ago").isEmpty();
  }

  @Test
  void aBotTokenTakenBackIsARemovalAndAUsersIsNot() {
    clock.advance(Duration.ofMinutes(5));
    event("T1", "T1", "{\"type\":\"tokens_revoked\",\"tokens\":{\"oauth\":[\"U1\"],\"bot\":[]}}");
    assertThat(installations.find("T1")).isPresent();
    event("T1", "T1", "{\"type\":\"tokens_revoked\",\"tokens\":{\"oauth\":[],\"bot\":[\"UBOT\"]}}");
    assertThat(installations.find("T1")).isEmpty();
  }

  @Test
  void anotherTokenIsUsedFromThenOn() {
    event("T1", "T1", MENTION);
    install("T1", "xoxb-new");
    clock.advance(Duration.ofMinutes(2));
    event("T1", "T1", MENTION);
    assertThat(tokens).containsExactly("xoxb-1", "xoxb-new");
  }

  @Test
  void theHandshakeIsOfNoWorkspace() {
    FrontResponse response =
        front.handle(
            signed.json("{\"type\":\"url_verification\",\"challenge\":\"ch\",\"token\":\"t\"}"));
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("ch");
  }

  @Test
  void nonsenseIsNobodys() {
    for (String body : List.of("{}", "[]", "payload=%7B", "payload=[]", "x=" + encoded("{"))) {
      assertThat(front.handle(signed.json(body)).status()).as(body).isEqualTo(200);
    }
    assertThat(jobs).isEmpty();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
