package ragtime.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonParser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ragtime.model.Attempts;
import ragtime.model.Behaviour;
import ragtime.model.ChatMessage;
import ragtime.model.ChatModel;
import ragtime.model.ChatModelContract;
import ragtime.model.ChatRequest;
import ragtime.model.ModelException;
import ragtime.model.Waits;
import ragtime.openai.OpenAiServer.Quirk;

class OpenAiChatModelTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<AutoCloseable> open = new ArrayList<>();

  private OpenAiServer server(Set<Quirk> quirks, Behaviour... behaviours) {
    var server = new OpenAiServer(List.of(behaviours), quirks);
    open.add(server);
    return server;
  }

  private OpenAiChatModel model(
      OpenAiServer server, OptionalDouble temperature, Attempts attempts, Duration silence) {
    var settings =
        new OpenAiSettings(server.uri().resolve("/v1"), Optional.of("key-1"), "llama", silence);
    var model = new OpenAiChatModel(settings, temperature, Clock.systemUTC(), attempts);
    open.add(model);
    return model;
  }

  @AfterEach
  void close() throws Exception {
    for (var each : open.reversed()) {
      each.close();
    }
  }

  /** The contract over one manner of speaking. */
  abstract class Contract extends ChatModelContract {

    private final Set<Quirk> quirks;
    private OpenAiServer server = server(Set.of(), Behaviour.says());

    Contract(Set<Quirk> quirks) {
      this.quirks = quirks;
    }

    @Override
    protected ChatModel model(List<Behaviour> behaviours, Attempts attempts, Duration silence) {
      server = server(quirks, behaviours.toArray(Behaviour[]::new));
      return OpenAiChatModelTest.this.model(server, OptionalDouble.empty(), attempts, silence);
    }

    @Override
    protected int asked() {
      return server.asked().size();
    }
  }

  @Nested
  class Plain extends Contract {
    Plain() {
      super(Set.of());
    }
  }

  @Nested
  class Odd extends Contract {
    Odd() {
      super(EnumSet.of(Quirk.NO_USAGE, Quirk.NO_DONE, Quirk.COMMENTS, Quirk.TIGHT_CRLF));
    }
  }

  @Nested
  class Whole extends Contract {
    Whole() {
      super(EnumSet.of(Quirk.IGNORES_STREAM));
    }

    @Override
    protected boolean streams() {
      return false;
    }
  }

  @ParameterizedTest
  @EnumSource
  void findsTheWayToAskThatTheServerTakes(Quirk quirk) {
    var server = server(EnumSet.of(quirk), Behaviour.says("fine"));
    var model = model(server, OptionalDouble.of(0), new Waits().attempts(), PATIENCE);
    var request = request();

    assertThat(model.reply(request, text -> {}).text()).isEqualTo("fine");
    int first = server.asked().size();
    assertThat(model.reply(request, text -> {}).text()).isEqualTo("fine");
    assertThat(server.asked()).hasSize(first + 1);
  }

  @Test
  void sendsWhatIsAskedAndCountsTokens() {
    var server = server(Set.of(), Behaviour.says("fine"));
    var model = model(server, OptionalDouble.of(0.5), new Waits().attempts(), PATIENCE);

    var reply = model.reply(request(), text -> {});

    assertThat(reply.inputTokens()).isEqualTo(7);
    assertThat(reply.outputTokens()).isEqualTo(3);
    var asked = server.asked().getFirst();
    assertThat(asked.path()).isEqualTo("/v1/chat/completions");
    assertThat(asked.authorization()).isEqualTo("Bearer key-1");
    assertThat(JsonParser.parseString(asked.body()))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"model":"llama","messages":[{"role":"system","content":"Be brief: größer"},
                {"role":"user","content":"One?"},{"role":"assistant","content":"Yes."},
                {"role":"user","content":"Two?"}],"max_tokens":50,"temperature":0.5,
                "stream":true,"stream_options":{"include_usage":true}}
                """));
  }

  @Test
  void standingInstructionsJoinTheQuestionWhereThereIsNoSystemRole() {
    var server = server(EnumSet.of(Quirk.REFUSES_SYSTEM), Behaviour.says("fine"));

    model(server, OptionalDouble.empty(), new Waits().attempts(), PATIENCE)
        .reply(request(), text -> {});

    assertThat(server.asked().getLast().body()).contains("Be brief: größer\\n\\nOne?");
  }

  @Test
  void nobodyListening() {
    var server = server(Set.of(), Behaviour.says("fine"));
    var model = model(server, OptionalDouble.empty(), new Waits().attempts(), PATIENCE);
    server.close();

    var failure =
        catchThrowableOfType(ModelException.class, () -> model.reply(request(), text -> {}));

    assertThat(failure.kind()).isEqualTo(ModelException.Kind.UNAVAILABLE);
  }

  @Test
  void neverShowsTheKey() {
    var settings =
        new OpenAiSettings(
            URI.create("http://localhost/v1"), Optional.of("key-1"), "llama", PATIENCE);

    assertThat(settings.toString()).contains("llama").doesNotContain("key-1");
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
