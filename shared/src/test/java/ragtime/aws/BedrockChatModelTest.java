package ragtime.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ragtime.model.Attempts;
import ragtime.model.Behaviour;
import ragtime.model.ChatMessage;
import ragtime.model.ChatModel;
import ragtime.model.ChatModelContract;
import ragtime.model.ChatRequest;
import ragtime.model.ModelException;
import ragtime.model.Waits;

class BedrockChatModelTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String MODEL = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0";

  @RegisterExtension final LocalBedrock bedrock = new LocalBedrock();

  /** The contract, for a model that streams or does not. */
  abstract class Contract extends ChatModelContract {

    private final boolean streams;
    private IntSupplier requests = () -> 0;

    Contract(boolean streams) {
      this.streams = streams;
    }

    @Override
    protected ChatModel model(List<Behaviour> behaviours, Attempts attempts, Duration silence) {
      var server = bedrock.server(streams, behaviours);
      requests = () -> server.asked().size();
      return bedrock.client(server.uri(), attempts, silence).chat(MODEL, ChatOptions.plain());
    }

    @Override
    protected int asked() {
      return requests.getAsInt() - (streams ? 0 : 1);
    }

    @Override
    protected boolean streams() {
      return streams;
    }
  }

  @Nested
  class Streamed extends Contract {
    Streamed() {
      super(true);
    }
  }

  @Nested
  class Whole extends Contract {
    Whole() {
      super(false);
    }
  }

  @Test
  void sendsWhatIsAskedAndCountsTokens() {
    var server = bedrock.server(true, List.of(Behaviour.says("fine")));
    var options =
        new ChatOptions(
            OptionalDouble.of(0.5), Optional.of(new ChatOptions.Guardrail("gr-1", "2")), true);

    var reply = chat(server, options).reply(request(), text -> {});

    assertThat(reply.inputTokens()).isEqualTo(7);
    assertThat(reply.outputTokens()).isEqualTo(3);
    var asked = server.asked().getFirst();
    assertThat(asked.path())
        .isEqualTo("/model/eu.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse-stream");
    assertThat(asked.authorization()).startsWith("AWS4-HMAC-SHA256 Credential=test/");
    assertThat(JsonParser.parseString(asked.body()))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"messages":[{"role":"user","content":[{"text":"One?"}]},
                {"role":"assistant","content":[{"text":"Yes."}]},
                {"role":"user","content":[{"text":"Two?"}]}],
                "system":[{"text":"Be brief: größer"},{"cachePoint":{"type":"default"}}],
                "inferenceConfig":{"maxTokens":50,"temperature":0.5},
                "guardrailConfig":{"guardrailIdentifier":"gr-1","guardrailVersion":"2"}}
                """));
  }

  @Test
  void remembersThatAModelDoesNotStream() {
    var server = bedrock.server(false, List.of(Behaviour.says("fine")));
    var model = chat(server, ChatOptions.plain());

    model.reply(request(), text -> {});
    model.reply(request(), text -> {});

    assertThat(server.asked())
        .extracting(asked -> asked.path().replaceFirst(".*/", ""))
        .containsExactly("converse-stream", "converse", "converse");
  }

  @Test
  void saysWhatBedrockSaidButNotWhatWasAsked() {
    var server = bedrock.server(true, List.of(new Behaviour.Denies()));

    var failure =
        catchThrowableOfType(
            ModelException.class,
            () -> chat(server, ChatOptions.plain()).reply(request(), text -> {}));

    assertThat(failure)
        .hasMessageContaining("don't have access")
        .hasMessageContaining(MODEL)
        .hasMessageNotContaining("Two?");
  }

  @Test
  void nobodyListening() {
    var server = bedrock.server(true, List.of(Behaviour.says("fine")));
    server.close();

    var failure =
        catchThrowableOfType(
            ModelException.class,
            () -> chat(server, ChatOptions.plain()).reply(request(), text -> {}));

    assertThat(failure.kind()).isEqualTo(ModelException.Kind.UNAVAILABLE);
  }

  private ChatModel chat(BedrockServer server, ChatOptions options) {
    return bedrock.client(server.uri(), new Waits().attempts(), PATIENCE).chat(MODEL, options);
  }

  private static ChatRequest request() {
    return new ChatRequest(
        "Be brief: größer",
        List.of(
            new ChatMessage(ChatMessage.Role.USER, "One?"),
            new ChatMessage(ChatMessage.Role.ASSISTANT, "Yes."),
            new ChatMessage(ChatMessage.Role.USER, "Two?")),
        50,
        PATIENCE);
  }
}
