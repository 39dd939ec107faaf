package ragtime.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelSettingsTest {

  @Test
  void nothingNamedIsNoModel() {
    var settings = ModelSettings.of(Map.of("PATH", "/bin", "RAGTIME_CHAT_MODEL", " "));

    assertThat(settings.chat()).isEmpty();
    assertThat(settings.embedding()).isEmpty();
    assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void readsAll() {
    var settings =
        ModelSettings.of(
            Map.of(
                "RAGTIME_CHAT_MODEL", "eu.amazon.nova-pro-v1:0",
                "RAGTIME_FALLBACK_MODEL", "eu.amazon.nova-lite-v1:0",
                "RAGTIME_EMBEDDING_MODEL", "amazon.titan-embed-text-v2:0",
                "RAGTIME_EMBEDDING_DIMENSIONS", "256",
                "RAGTIME_RERANK_MODEL", "cohere.rerank-v3-5:0",
                "RAGTIME_MODEL_TIMEOUT", "2m",
                "RAGTIME_TEMPERATURE", "0.2",
                "RAGTIME_GUARDRAIL", "arn:aws:bedrock:eu-west-1:1:guardrail/gr-1:DRAFT",
                "RAGTIME_PROMPT_CACHE", "true"));

    assertThat(settings.timeout()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.fallback()).contains("eu.amazon.nova-lite-v1:0");
    assertThat(settings.dimensions()).hasValue(256);
    assertThat(settings.options().temperature()).hasValue(0.2);
    assertThat(settings.options().cachePrompt()).isTrue();
    var guardrail = settings.options().guardrail().orElseThrow();
    assertThat(guardrail.id()).isEqualTo("arn:aws:bedrock:eu-west-1:1:guardrail/gr-1");
    assertThat(guardrail.version()).isEqualTo("DRAFT");
  }

  @Test
  void readsAnEndpointAndHidesItsKey() {
    var settings =
        ModelSettings.of(
            Map.of(
                "RAGTIME_CHAT_MODEL", "llama3.2",
                "RAGTIME_MODEL_URL", "http://localhost:11434/v1",
                "RAGTIME_MODEL_KEY", "key-1"));

    assertThat(settings.url()).contains(URI.create("http://localhost:11434/v1"));
    assertThat(settings.key()).contains("key-1");
    assertThat(settings.toString()).doesNotContain("key-1");
  }

  @Test
  void reportsAllFaultsTogether() {
    var failure =
        catchThrowableOfType(
            SettingsException.class,
            () ->
                ModelSettings.of(
                    Map.of(
                        "RAGTIME_EMBEDDING_MODEL", "text-embedding-3-small",
                        "RAGTIME_RERANK_MODEL", "bge-reranker",
                        "RAGTIME_MODEL_KEY", "key-1",
                        "RAGTIME_MODEL_TIMEOUT", "soon",
                        "RAGTIME_EMBEDDING_DIMENSIONS", "many",
                        "RAGTIME_TEMPERATURE", "hot",
                        "RAGTIME_GUARDRAIL", "gr-1",
                        "RAGTIME_PROMPT_CACHE", "yes")));

    assertThat(failure.faults()).hasSize(8).allMatch(fault -> fault.startsWith("RAGTIME_"));
    assertThat(failure).hasMessageNotContaining("key-1");
  }

  @ParameterizedTest
  @CsvSource({
    "RAGTIME_MODEL_URL, localhost:11434",
    "RAGTIME_MODEL_URL, ftp://localhost",
    "RAGTIME_MODEL_URL, http://",
    "RAGTIME_MODEL_URL, 'http://a b'",
    "RAGTIME_MODEL_URL, http://localhost:1/v1",
    "RAGTIME_MODEL_TIMEOUT, 0",
    "RAGTIME_MODEL_TIMEOUT, -1",
    "RAGTIME_TEMPERATURE, 3",
    "RAGTIME_EMBEDDING_DIMENSIONS, 256",
    "RAGTIME_FALLBACK_MODEL, other",
    "RAGTIME_MAX_TOKENS, 0"
  })
  void refuses(String name, String value) {
    var failure =
        catchThrowableOfType(SettingsException.class, () -> ModelSettings.of(Map.of(name, value)));

    assertThat(failure.faults()).hasSize(1);
  }

  @Test
  void aModelCannotStandByItself() {
    var failure =
        catchThrowableOfType(
            SettingsException.class,
            () ->
                ModelSettings.of(
                    Map.of("RAGTIME_CHAT_MODEL", "same", "RAGTIME_FALLBACK_MODEL", "same")));

    assertThat(failure).hasMessageContaining("RAGTIME_FALLBACK_MODEL");
  }

  @Test
  void knowsTheLengthsThatAModelOffers() {
    var failure =
        catchThrowableOfType(
            SettingsException.class,
            () ->
                ModelSettings.of(
                    Map.of(
                        "RAGTIME_EMBEDDING_MODEL", "amazon.titan-embed-text-v2:0",
                        "RAGTIME_EMBEDDING_DIMENSIONS", "300")));

    assertThat(failure).hasMessageContaining("[256, 512, 1024]");
  }
}
