package ragtime.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ragtime.model.Attempts;
import ragtime.model.Behaviour;
import ragtime.model.ChatMessage;
import ragtime.model.ChatReply;
import ragtime.model.ChatRequest;
import ragtime.openai.OpenAiServer;

/** What the settings put around a chat model, behind an endpoint as on Bedrock. */
class ModelsTest {

  private static final ChatRequest REQUEST =
      new ChatRequest(
          "", List.of(new ChatMessage(ChatMessage.Role.USER, "?")), 10, Duration.ofSeconds(20));

  @Test
  void theFallbackModelStepsInAndIsNamed() {
    try (var server =
        new OpenAiServer(List.of(new Behaviour.Denies(), Behaviour.says("yes")), Set.of())) {
      var reply = ask(server, Map.of("RAGTIME_FALLBACK_MODEL", "other"));

      assertThat(reply.text()).isEqualTo("yes");
      assertThat(reply.instead()).contains("other");
      assertThat(server.asked())
          .extracting(asked -> json(asked.body()).get("model").getAsString())
          .containsExactly("llama", "other");
    }
  }

  @Test
  void theLimitOfTokensIsTheSettings() {
    try (var server = new OpenAiServer(List.of(Behaviour.says("yes")), Set.of())) {
      ask(server, Map.of("RAGTIME_MAX_TOKENS", "4096"));
      ask(server, Map.of());

      assertThat(server.asked())
          .extracting(asked -> json(asked.body()).get("max_tokens").getAsInt())
          .containsExactly(4096, 10);
    }
  }

  private static ChatReply ask(OpenAiServer server, Map<String, String> more) {
    var values = new HashMap<>(more);
    values.put("RAGTIME_CHAT_MODEL", "llama");
    values.put("RAGTIME_MODEL_URL", server.uri().resolve("/v1").toString());
    var clock = Clock.systemUTC();
    try (var models = Models.open(ModelSettings.of(values), clock, Attempts.standard(clock))) {
      return models.chat().orElseThrow().reply(REQUEST, text -> {});
    }
  }

  private static JsonObject json(String body) {
    return JsonParser.parseString(body).getAsJsonObject();
  }
}
