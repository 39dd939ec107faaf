package ragtime.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ragtime.conversation.MemoryClaims;
import ragtime.conversation.TestClock;
import ragtime.installation.BotToken;
import ragtime.installation.Installation;
import ragtime.installation.MemoryInstallations;
import ragtime.slack.StubSlack.Canned;

/** Tokens that end are renewed in time, each once. */
class CurrentInstallationsTest {
  private static final Duration MARGIN = Duration.ofHours(2);
  private static final Duration LIFE = Duration.ofHours(12);

  private final TestClock clock = new TestClock();
  private final MemoryInstallations installations = new MemoryInstallations();
  private final MemoryClaims claims = new MemoryClaims(Duration.ofDays(1), clock);
  private StubSlack stub;
  private Slack slack;

  @BeforeEach
  void start() throws IOException {
    stub = new StubSlack();
    slack = SlackLibrary.client(stub.url("/api/"));
    stub.always(
        "oauth.v2.access",
        Canned.json(
            """
            {"ok":true,"access_token":"xoxe.xoxb-2","refresh_token":"xoxe-2","expires_in":43200,
             "team":{"id":"T1"},"token_type":"bot"}"""));
  }

  @AfterEach
  void stop() throws Exception {
    slack.close();
    stub.close();
  }

  /** One process's; all share what is stored. */
  private CurrentInstallations process() {
    SlackApp app = new SlackApp("1.2", "cs", Signed.SECRET, stub.url("/api/"));
    OAuth oauth = new OAuth(slack, app, SlackCalls.hasty(), clock);
    return new CurrentInstallations(installations, claims, oauth, MARGIN, time -> {}, clock);
  }

  private void installed() {
    installations.save(
        new Installation(
            "T1",
            "Acme",
            "UBOT",
            new BotToken(
                "xoxe.xoxb-1",
                Optional.of(new BotToken.Renewal("xoxe-1", clock.instant().plus(LIFE)))),
            "U1",
            clock.instant()));
  }

  private static String token(CurrentInstallations process) {
    return process.find("T1").orElseThrow().token().value();
  }

  @Test
  void aTokenIsLeftAloneUntilItEndsSoon() {
    installed();
    CurrentInstallations process = process();
    clock.advance(LIFE.minus(MARGIN).minusSeconds(1));
    assertThat(token(process)).isEqualTo("xoxe.xoxb-1");
    assertThat(stub.of("oauth.v2.access")).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(token(process)).isEqualTo("xoxe.xoxb-2");
    assertThat(token(process)).isEqualTo("xoxe.xoxb-2");
    assertThat(stub.of("oauth.v2.access"))
        .singleElement()
        .satisfies(
            call ->
                assertThat(call.fields())
                    .containsEntry("grant_type", "refresh_token")
                    .containsEntry("refresh_token", "xoxe-1"));
    assertThat(installations.find("T1").orElseThrow().token().renewal().orElseThrow())
        .isEqualTo(new BotToken.Renewal("xoxe-2", clock.instant().plus(LIFE)));
  }

  /** Slack gives each of two who are too quick a token, of which one is not good. */
  @Test
  void ofManyProcessesOneRenewsAndTheOthersGoOn() throws Exception {
    installed();
    clock.advance(LIFE.minus(MARGIN));
    List<Callable<String>> all =
        IntStream.range(0, 8).<Callable<String>>mapToObj(i -> () -> token(process())).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> each : threads.invokeAll(all)) {
        assertThat(each.get()).isIn("xoxe.xoxb-1", "xoxe.xoxb-2");
      }
    }
    assertThat(stub.of("oauth.v2.access")).hasSize(1);
    assertThat(token(process())).isEqualTo("xoxe.xoxb-2");
  }

  @Test
  void whoeverCannotRenewGoesOnWhileTheTokenLastsAndTriesAgain() {
    installed();
    clock.advance(LIFE.minus(MARGIN));
    stub.next("oauth.v2.access", Canned.status(503));
    CurrentInstallations process = process();
    assertThat(token(process)).isEqualTo("xoxe.xoxb-1");
    assertThat(token(process)).as("not at once").isEqualTo("xoxe.xoxb-1");
    assertThat(stub.of("oauth.v2.access")).hasSize(1);
    clock.advance(Duration.ofSeconds(31));
    assertThat(token(process)).isEqualTo("xoxe.xoxb-2");
  }

  @Test
  void aTokenThatEndedLongAgoIsRenewedBeforeItIsUsed() {
    installed();
    clock.advance(LIFE.multipliedBy(5));
    assertThat(token(process())).isEqualTo("xoxe.xoxb-2");
  }

  @Test
  void whatIsRemovedWhileItIsRenewedStaysRemoved() {
    installed();
    clock.advance(LIFE);
    installations.remove("T1", clock.instant());
    assertThat(process().find("T1")).isEmpty();
    assertThat(installations.all()).isEmpty();
  }

  @Test
  void whatWasInstalledAgainIsFoundWithinAMinuteOrWhenSomethingFails() {
    installed();
    CurrentInstallations process = process();
    assertThat(token(process)).isEqualTo("xoxe.xoxb-1");
    Installation again = installations.find("T1").orElseThrow().with(new BotToken("xoxb-9"));
    installations.save(again);
    assertThat(token(process)).isEqualTo("xoxe.xoxb-1");
    process.forget();
    assertThat(token(process)).isEqualTo("xoxb-9");
  }
}
