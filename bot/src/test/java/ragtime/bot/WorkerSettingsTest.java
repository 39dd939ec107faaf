package ragtime.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkerSettingsTest {

  private static final Map<String, String> COMPLETE =
      Map.of(
          "RAGTIME_BUCKET", "b",
          "RAGTIME_TABLE", "t",
          "RAGTIME_WORKER_QUEUE_URL", "https://sqs/w.fifo",
          "RAGTIME_INDEXER_QUEUE_URL", "https://sqs/i",
          "SLACK_BOT_TOKEN", "xoxb-1",
          "SLACK_SIGNING_SECRET", "s",
          "RAGTIME_CHAT_MODEL", "");

  @Test
  void everyFaultIsNamedAtOnce() {
    assertThatThrownBy(
            () ->
                WorkerSettings.of(
                    Map.of(
                        "RAGTIME_MAX_RECEIVES", "1",
                        "RAGTIME_LEASE", "long",
                        "RAGTIME_TEMPERATURE", "hot")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "RAGTIME_BUCKET",
            "RAGTIME_TABLE",
            "RAGTIME_WORKER_QUEUE_URL",
            "RAGTIME_INDEXER_QUEUE_URL",
            "RAGTIME_MAX_RECEIVES",
            "RAGTIME_LEASE",
            "SLACK_BOT_TOKEN",
            "SLACK_SIGNING_SECRET",
            "RAGTIME_TEMPERATURE");
  }

  private static Map<String, String> several(String... others) {
    Map<String, String> all = new HashMap<>(COMPLETE);
    all.remove("SLACK_BOT_TOKEN");
    all.put("SLACK_CLIENT_ID", "1.2");
    all.put("SLACK_CLIENT_SECRET", "cs");
    for (int i = 0; i < others.length; i += 2) {
      all.put(others[i], others[i + 1]);
    }
    return all;
  }

  @Test
  void severalWorkspacesNeedAnAppInPlaceOfAToken() {
    assertThat(FunctionSettings.of(several()).bucket()).isNotBlank();
    assertThat(AppSettings.of(several()).clientId()).isEqualTo("1.2");
    assertThat(AppSettings.of(several()).toString()).doesNotContain("cs");
    assertThat(AppSettings.of(several(), "xoxe.xoxb-1").slack().botToken())
        .isEqualTo("xoxe.xoxb-1");
  }

  @Test
  void aTokenAndAnAppAtOnceOrHalfAnAppAreFaultsThatSayWhatToDo() {
    assertThatThrownBy(() -> FunctionSettings.of(several("SLACK_BOT_TOKEN", "xoxb-1")))
        .hasMessageContainingAll("SLACK_BOT_TOKEN", "leave out the one or the others")
        .hasMessageNotContaining("xoxb-1");
    assertThatThrownBy(() -> FunctionSettings.of(several("SLACK_CLIENT_SECRET", "")))
        .hasMessageContaining("SLACK_CLIENT_SECRET is not set: several workspaces need both");
    assertThatThrownBy(() -> FunctionSettings.of(several("SLACK_CLIENT_ID", "")))
        .hasMessageContaining("SLACK_CLIENT_ID is not set");
    assertThatThrownBy(
            () ->
                FunctionSettings.of(
                    several("RAGTIME_ADMINS", "U12345", "SLACK_SIGNING_SECRET", " ")))
        .hasMessageContainingAll("RAGTIME_ADMINS", "SLACK_SIGNING_SECRET");
    assertThatThrownBy(() -> BotSettings.of(several("SLACK_BOT_TOKEN", "xoxb-1")))
        .hasMessageContaining("leave out the one or the others");
  }

  @Test
  void aBlankSigningSecretRefusesToStart() {
    Map<String, String> blank = new HashMap<>(COMPLETE);
    blank.put("SLACK_SIGNING_SECRET", "  ");
    assertThatThrownBy(() -> FunctionSettings.of(blank))
        .hasMessage("SLACK_SIGNING_SECRET is not set");
  }

  @Test
  void whatIsLeftOutHasItsUsualValue() {
    WorkerSettings settings = WorkerSettings.of(COMPLETE);
    assertThat(settings.function().maxReceives()).isEqualTo(5);
    assertThat(BotSettings.of(COMPLETE).slack().lease()).isEqualTo(Duration.ofMinutes(3));
    assertThat(settings.models().chat()).isEmpty();
    assertThat(settings.toString()).doesNotContain("xoxb");
  }
}
