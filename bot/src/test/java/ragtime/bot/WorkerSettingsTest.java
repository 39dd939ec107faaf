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
    assertThat(settings.function().bot().slack().lease()).isEqualTo(Duration.ofMinutes(3));
    assertThat(settings.models().chat()).isEmpty();
    assertThat(settings.toString()).doesNotContain("xoxb");
  }
}
