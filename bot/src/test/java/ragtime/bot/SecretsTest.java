package ragtime.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ragtime.aws.SecretsException;
import ragtime.conversation.TestClock;

class SecretsTest {

  private static final Map<String, String> PLACE = Map.of("RAGTIME_SECRETS", "/ragtime/test");
  private final TestClock clock = new TestClock();
  private final Map<String, String> kept =
      new HashMap<>(Map.of("slack-bot-token", "xoxb-1", "slack-signing-secret", "s1"));
  private int reads;

  private Secrets secrets(Map<String, String> environment) {
    return new Secrets(
        environment,
        path -> {
          reads++;
          assertThat(path).isEqualTo("/ragtime/test");
          if (kept.isEmpty()) {
            throw new SecretsException("down", new IllegalStateException());
          }
          return kept;
        },
        clock);
  }

  @Test
  void theyCompleteTheEnvironment() {
    assertThat(secrets(PLACE).settings())
        .containsEntry("SLACK_BOT_TOKEN", "xoxb-1")
        .containsEntry("SLACK_SIGNING_SECRET", "s1")
        .doesNotContainKey("RAGTIME_LINKS_KEY");
  }

  @Test
  void theEnvironmentWins() {
    Map<String, String> environment = new HashMap<>(PLACE);
    environment.put("SLACK_BOT_TOKEN", "xoxb-mine");
    environment.put("SLACK_SIGNING_SECRET", " ");
    assertThat(secrets(environment).settings())
        .containsEntry("SLACK_BOT_TOKEN", "xoxb-mine")
        .containsEntry("SLACK_SIGNING_SECRET", "s1");
  }

  @Test
  void nobodyIsAskedWhenNothingIsMissingOrNoPlaceIsNamed() {
    Map<String, String> environment = new HashMap<>(PLACE);
    environment.put("SLACK_BOT_TOKEN", "xoxb-mine");
    environment.put("SLACK_SIGNING_SECRET", "s");
    environment.put("RAGTIME_LINKS_KEY", "k");
    secrets(environment);
    secrets(Map.of());
    assertThat(reads).isZero();
  }

  @Test
  void severalWorkspacesNeedTheAppsSecretInPlaceOfAToken() {
    Map<String, String> environment = new HashMap<>(PLACE);
    environment.put("SLACK_CLIENT_ID", "1.2");
    environment.put("SLACK_SIGNING_SECRET", "s");
    environment.put("RAGTIME_LINKS_KEY", "k");
    kept.remove("slack-bot-token");
    kept.put("slack-client-secret", "cs");
    assertThat(secrets(environment).settings())
        .containsEntry("SLACK_CLIENT_SECRET", "cs")
        .doesNotContainKey("SLACK_BOT_TOKEN");
    environment.put("SLACK_CLIENT_SECRET", "mine");
    reads = 0;
    assertThat(secrets(environment).settings()).containsEntry("SLACK_CLIENT_SECRET", "mine");
    assertThat(reads).isZero();
  }

  @Test
  void aStartWithoutThemFails() {
    kept.clear();
    assertThatThrownBy(() -> secrets(PLACE)).isInstanceOf(SecretsException.class);
  }

  @Test
  void newOnesAreLookedForOnceAMinute() {
    Secrets secrets = secrets(PLACE);
    kept.put("slack-signing-secret", "s2");
    assertThat(secrets.changed()).isFalse();
    clock.advance(Duration.ofMinutes(1));
    assertThat(secrets.changed()).isTrue();
    assertThat(secrets.settings()).containsEntry("SLACK_SIGNING_SECRET", "s2");
    kept.put("slack-signing-secret", "s3");
    assertThat(secrets.changed()).isFalse();
    assertThat(secrets.readAgain()).isTrue();
  }

  @Test
  void thoseAtHandStayWhenTheyCannotBeRead() {
    Secrets secrets = secrets(PLACE);
    kept.clear();
    assertThat(secrets.readAgain()).isFalse();
    assertThat(secrets.settings()).containsEntry("SLACK_SIGNING_SECRET", "s1");
  }

  @Test
  void whatIsMadeOfThemIsMadeAnewAndABadOneIsNotUsed() {
    Secrets secrets = secrets(PLACE);
    Renewable<String> made =
        new Renewable<>(
            secrets,
            settings -> {
              String token = settings.getOrDefault("SLACK_BOT_TOKEN", "");
              if (token.isBlank()) {
                throw new IllegalArgumentException("SLACK_BOT_TOKEN is not set");
              }
              return token;
            });
    assertThat(made.renewed()).isFalse();
    kept.put("slack-bot-token", "xoxb-2");
    clock.advance(Duration.ofMinutes(1));
    assertThat(made.renewed()).isTrue();
    assertThat(made.current()).isEqualTo("xoxb-2");
    kept.put("slack-bot-token", "");
    assertThat(made.renewedNow()).isFalse();
    assertThat(made.current()).isEqualTo("xoxb-2");
  }
}
