package ragtime.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BotSettingsTest {

  @Test
  void everyFaultIsNamedAtOnceAndNoSecretIsQuoted() {
    assertThatThrownBy(
            () ->
                BotSettings.of(
                    Map.of(
                        "SLACK_BOT_TOKEN", "sesame",
                        "SLACK_SIGNING_SECRET", " ",
                        "SLACK_API_URL", "slack",
                        "RAGTIME_MAX_FILE_MB", "lots",
                        "RAGTIME_BUDGET_USER_TOKENS", "-1")))
        .hasMessageContainingAll(
            "SLACK_BOT_TOKEN",
            "SLACK_SIGNING_SECRET",
            "SLACK_API_URL",
            "RAGTIME_MAX_FILE_MB",
            "RAGTIME_BUDGET_USER_TOKENS")
        .hasMessageNotContaining("sesame");
  }

  @Test
  void whatIsLeftOutHasItsUsualValue() {
    BotSettings settings =
        BotSettings.of(Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_SIGNING_SECRET", "s"));
    assertThat(settings.slack().api()).isEqualTo(URI.create("https://slack.com/api/"));
    assertThat(settings.slack().maxFileBytes()).isEqualTo(100L << 20);
    assertThat(settings.toString()).doesNotContain("xoxb");
  }

  @Test
  void anotherWebApiMayBeNamed() {
    BotSettings settings =
        BotSettings.of(
            Map.of(
                "SLACK_BOT_TOKEN", "xoxb-1",
                "SLACK_SIGNING_SECRET", "s",
                "SLACK_API_URL", "http://127.0.0.1:3000/api"));
    assertThat(settings.slack().api()).isEqualTo(URI.create("http://127.0.0.1:3000/api/"));
  }
}
