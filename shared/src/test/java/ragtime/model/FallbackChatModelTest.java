package ragtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ragtime.conversation.TestClock;
import ragtime.model.ModelException.Kind;

class FallbackChatModelTest {

  private static final ChatRequest REQUEST =
      new ChatRequest(
          "", List.of(new ChatMessage(ChatMessage.Role.USER, "q")), 10, Duration.ofSeconds(100));

  private final List<ChatRequest> asked = new ArrayList<>();
  private final List<String> pieces = new ArrayList<>();
  private final TestClock clock = new TestClock();

  @Test
  void theSecondIsNotAskedWhileTheFirstAnswers() {
    var reply = ask(writes("first"), writes("second"));

    assertThat(reply.text()).isEqualTo("first");
    assertThat(reply.instead()).isEmpty();
    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst().timeout()).isEqualTo(Duration.ofSeconds(60));
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"THROTTLED", "UNAVAILABLE", "DENIED", "INVALID"})
  void theSecondStepsInWithTheTimeThatIsLeft(Kind kind) {
    var reply = ask(fails(kind, 45), writes("second"));

    assertThat(reply.text()).isEqualTo("second");
    assertThat(reply.instead()).contains("model 2");
    assertThat(pieces).containsExactly("second");
    assertThat(asked.getLast().timeout()).isEqualTo(Duration.ofSeconds(55));
  }

  @Test
  void whatTheFirstDeclinedIsNotAskedAgain() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> ask(fails(Kind.REFUSED, 1), writes("second")));
    assertThat(asked).hasSize(1);
  }

  @Test
  void whenNoTimeIsLeftItFails() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> ask(fails(Kind.UNAVAILABLE, 100), writes("second")));
    assertThat(asked).hasSize(1);
  }

  @Test
  void piecesOfTwoRepliesAreNotMixed() {
    var reply =
        ask(
            (request, onText) -> {
              onText.accept("half of the fi");
              throw new ModelException(Kind.UNAVAILABLE, "broke off", null, null);
            },
            writes("second"));

    assertThat(reply.text()).isEqualTo("second");
    assertThat(pieces).containsExactly("half of the fi");
  }

  @Test
  void whenBothFailTheLastOneTellsAndRemembersTheFirst() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> ask(fails(Kind.THROTTLED, 1), fails(Kind.DENIED, 1)))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.DENIED))
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
  }

  private interface Behaviour {
    String on(ChatRequest request, Consumer<String> onText);
  }

  private ChatReply ask(Behaviour first, Behaviour second) {
    return new FallbackChatModel(model(1, first), model(2, second), clock)
        .reply(REQUEST, pieces::add);
  }

  private ChatModel model(int number, Behaviour behaviour) {
    return new ChatModel() {
      @Override
      public String id() {
        return "model " + number;
      }

      @Override
      public ChatReply reply(ChatRequest request, Consumer<String> onText) {
        asked.add(request);
        return new ChatReply(behaviour.on(request, onText), true, 1, 1);
      }
    };
  }

  private static Behaviour writes(String text) {
    return (request, onText) -> {
      onText.accept(text);
      return text;
    };
  }

  private Behaviour fails(Kind kind, int seconds) {
    return (request, onText) -> {
      clock.advance(Duration.ofSeconds(seconds));
      throw new ModelException(kind, "as told", null, null);
    };
  }
}
