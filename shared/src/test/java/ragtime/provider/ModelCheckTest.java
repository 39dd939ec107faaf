package ragtime.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ragtime.model.Attempts;
import ragtime.model.Behaviour;
import ragtime.model.ChatMessage;
import ragtime.model.ChatRequest;
import ragtime.model.Embedder.Purpose;
import ragtime.model.ModelException.Kind;
import ragtime.openai.OpenAiServer;
import ragtime.provider.ModelCheck.Finding;

class ModelCheckTest {

  private static final Clock CLOCK = Clock.systemUTC();

  @Test
  void modelsThatAnswerAreFine() {
    try (var server = new OpenAiServer(List.of(Behaviour.says("yes")), Set.of())) {
      var findings = ModelCheck.run(settings(server), CLOCK);

      assertThat(findings).extracting(Finding::model).containsExactly("llama", "nomic", "bge");
      assertThat(findings).allMatch(finding -> finding.fault().isEmpty());
    }
  }

  @Test
  void tellsWhatToDoAboutAWrongKey() {
    try (var server = new OpenAiServer(List.of(new Behaviour.Denies()), Set.of())) {
      var findings = ModelCheck.run(settings(server), CLOCK);

      assertThat(findings).hasSize(3);
      assertThat(findings).allMatch(finding -> finding.advice().contains("RAGTIME_MODEL_KEY"));
    }
  }

  @Test
  void tellsWhatToDoWhenNobodyListens() {
    var server = new OpenAiServer(List.of(new Behaviour.Denies()), Set.of());
    server.close();

    var finding = ModelCheck.run(settings(server), CLOCK).getFirst();

    assertThat(finding.fault()).isPresent();
    assertThat(finding.advice()).contains("is running").contains(server.uri().toString());
  }

  @Test
  void nothingNamedIsNothingToCheck() {
    assertThat(ModelCheck.run(ModelSettings.of(Map.of()), CLOCK)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DENIED, Bedrock cannot be asked: no AWS credentials were found, AWS_PROFILE",
    "DENIED, Bedrock cannot be asked: no AWS region is set, AWS_REGION",
    "DENIED, AccessDeniedException, bedrock:InvokeModel",
    "INVALID, with on-demand throughput isn't supported, inference profile",
    "INVALID, The provided model identifier is invalid, AWS_REGION",
    "UNAVAILABLE, cannot be reached, AWS_ENDPOINT_URL_BEDROCK_RUNTIME",
    "THROTTLED, Too many requests, Service Quotas",
    "REFUSED, declined, RAGTIME_GUARDRAIL"
  })
  void advisesOnBedrock(Kind kind, String said, String advice) {
    assertThat(ModelAdvice.on(ModelSettings.of(Map.of()), "model", kind, said)).contains(advice);
  }

  @Test
  void opensTheModelsNamed() {
    try (var server = new OpenAiServer(List.of(Behaviour.says("yes")), Set.of());
        var models = Models.open(settings(server), CLOCK, Attempts.standard(CLOCK))) {
      var request =
          new ChatRequest(
              "", List.of(new ChatMessage(ChatMessage.Role.USER, "?")), 10, Duration.ofSeconds(20));
      assertThat(models.chat().orElseThrow().reply(request, text -> {}).text()).isEqualTo("yes");
      assertThat(models.embedder().orElseThrow().embed(List.of("a"), Purpose.QUESTION)).hasSize(1);
      assertThat(models.reranker()).isPresent();
    }
    try (var none = Models.open(ModelSettings.of(Map.of()), CLOCK, Attempts.standard(CLOCK))) {
      assertThat(none.chat()).isEmpty();
      assertThat(none.embedder()).isEmpty();
      assertThat(none.reranker()).isEmpty();
    }
  }

  private static ModelSettings settings(OpenAiServer server) {
    var values = new HashMap<String, String>();
    values.put("RAGTIME_CHAT_MODEL", "llama");
    values.put("RAGTIME_EMBEDDING_MODEL", "nomic");
    values.put("RAGTIME_RERANK_MODEL", "bge");
    values.put("RAGTIME_MODEL_URL", server.uri().resolve("/v1").toString());
    return ModelSettings.of(values);
  }
}
