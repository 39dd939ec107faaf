package ragtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ragtime.model.ModelException.Kind;

/** What every ChatModel does, whatever its far side does. */
public abstract class ChatModelContract {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration IMPATIENCE = Duration.ofMillis(300);

  private final Waits waits = new Waits();
  private final List<String> heard = new ArrayList<>();

  /**
   * A model whose far side behaves like this, one behaviour for each time it is asked, the last one
   * for ever; it may be silent for so long.
   */
  protected abstract ChatModel model(
      List<Behaviour> behaviours, Attempts attempts, Duration silence);

  /** How often the far side was asked. */
  protected abstract int asked();

  /** Whether the reply comes piece by piece, as the far side wrote it. */
  protected boolean streams() {
    return true;
  }

  @Test
  void givesTheReplyPieceByPieceAndWhole() {
    var reply = reply(Behaviour.says("The fee ", "is ", "4.820 € — größer 📎"));

    assertThat(reply.text()).isEqualTo("The fee is 4.820 € — größer 📎");
    assertThat(reply.complete()).isTrue();
    assertThat(String.join("", heard)).isEqualTo(reply.text());
    assertThat(heard).hasSize(streams() ? 3 : 1);
    assertThat(asked()).isEqualTo(1);
  }

  @Test
  void givesTextOnTheCallingThread() {
    var threads = new ArrayList<Thread>();

    model(Behaviour.says("a", "b"))
        .reply(request(PATIENCE), text -> threads.add(Thread.currentThread()));

    assertThat(threads).isNotEmpty().containsOnly(Thread.currentThread());
  }

  @Test
  void saysWhenTheReplyWasCut() {
    var reply = reply(new Behaviour.Says(List.of("The fee "), false));

    assertThat(reply.text()).isEqualTo("The fee ");
    assertThat(reply.complete()).isFalse();
  }

  @Test
  void asksAgainWhenThrottledAndWaitsAsLongAsItIsTold() {
    var throttles = new Behaviour.Throttles(Duration.ofSeconds(2));

    var reply = reply(throttles, throttles, Behaviour.says("fine"));

    assertThat(reply.text()).isEqualTo("fine");
    assertThat(waits.all()).hasSize(2).allMatch(wait -> wait.compareTo(Duration.ofSeconds(2)) >= 0);
  }

  @Test
  void givesUpWhenThrottledForEver() {
    var failure = failure(new Behaviour.Throttles(Duration.ofSeconds(3)));

    assertThat(failure.kind()).isEqualTo(Kind.THROTTLED);
    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(3));
    assertThat(asked()).isEqualTo(4);
  }

  @Test
  void doesNotWaitLongerThanItMay() {
    var failure = failure(new Behaviour.Throttles(Duration.ofHours(1)), Behaviour.says("late"));

    assertThat(failure.kind()).isEqualTo(Kind.THROTTLED);
    assertThat(waits.all()).isEmpty();
    assertThat(asked()).isEqualTo(1);
  }

  @Test
  void asksAgainAfterAnOutage() {
    assertThat(reply(new Behaviour.Fails(), Behaviour.says("fine")).text()).isEqualTo("fine");
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  void givesUpOnALongOutage() {
    assertThat(failure(new Behaviour.Fails()).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(asked()).isEqualTo(4);
  }

  @Test
  void doesNotRepeatWhatCannotSucceed() {
    assertThat(failure(new Behaviour.Denies(), Behaviour.says("no")).kind()).isEqualTo(Kind.DENIED);
    assertThat(failure(new Behaviour.Rejects(), Behaviour.says("no")).kind())
        .isEqualTo(Kind.INVALID);
    assertThat(failure(new Behaviour.Declines(), Behaviour.says("no")).kind())
        .isEqualTo(Kind.REFUSED);
    assertThat(failure(new Behaviour.ThinksTooLong(), Behaviour.says("no")).kind())
        .isEqualTo(Kind.INVALID);
    assertThat(waits.all()).isEmpty();
  }

  @Test
  void anEmptyReplyIsNone() {
    assertThat(reply(new Behaviour.SaysNothing(), Behaviour.says("fine")).text()).isEqualTo("fine");
    assertThat(failure(new Behaviour.SaysNothing()).kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void asksAgainWhenNothingWasGivenYet() {
    var brokenAtOnce = new Behaviour.BreaksOff(List.of());

    assertThat(reply(brokenAtOnce, Behaviour.says("fine")).text()).isEqualTo("fine");
    assertThat(heard).containsExactly("fine");
  }

  @Test
  void neverGivesAnotherReplyAfterABrokenOne() {
    for (var breaks :
        List.of(
            new Behaviour.BreaksOff(List.of("The fee ", "is ")),
            new Behaviour.ErrsInMidReply(List.of("The fee ", "is ")))) {
      heard.clear();
      if (streams()) {
        assertThat(failure(breaks, Behaviour.says("no")).kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(String.join("", heard)).isEqualTo("The fee is ");
        assertThat(asked()).isEqualTo(1);
      } else {
        assertThat(reply(breaks, Behaviour.says("fine")).text()).isEqualTo("fine");
        assertThat(heard).containsExactly("fine");
      }
    }
  }

  @Test
  void doesNotWaitForEverForTheFirstPiece() {
    var silent = new Behaviour.FallsSilent(List.of());
    var model = model(List.of(silent, Behaviour.says("fine")), waits.attempts(), IMPATIENCE);

    assertThat(model.reply(request(PATIENCE), heard::add).text()).isEqualTo("fine");
    assertThat(heard).containsExactly("fine");
  }

  @Test
  void doesNotWaitForEverForTheNextPiece() {
    var stalls = new Behaviour.FallsSilent(List.of("The fee "));
    var model = model(List.of(stalls, Behaviour.says("fine")), waits.attempts(), IMPATIENCE);

    if (streams()) {
      assertThat(failure(model, request(PATIENCE)).kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(heard).containsExactly("The fee ");
    } else {
      assertThat(model.reply(request(PATIENCE), heard::add).text()).isEqualTo("fine");
    }
  }

  @Test
  void keepsWithinTheTimeAllowed() {
    var silent = new Behaviour.FallsSilent(List.of());
    var model = model(List.of(silent), waits.attempts(), PATIENCE);

    assertThat(failure(model, request(IMPATIENCE)).kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void whatTheListenerThrowsPassesThrough() {
    var model = model(Behaviour.says("one", "two"));

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                model.reply(
                    request(PATIENCE),
                    text -> {
                      throw new IllegalStateException("enough");
                    }));
    assertThat(model.reply(request(PATIENCE), heard::add).text()).isEqualTo("onetwo");
  }

  @Test
  void servesManyThreads() throws Exception {
    var model = model(Behaviour.says("one ", "two ", "three"));
    Callable<String> ask =
        () -> {
          var text = new StringBuilder();
          model.reply(request(PATIENCE), text::append);
          return text.toString();
        };

    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = IntStream.range(0, 16).mapToObj(i -> ask).toList();
      for (var answer : executor.invokeAll(asked)) {
        assertThat(answer.get()).isEqualTo("one two three");
      }
    }
  }

  private ChatModel model(Behaviour... behaviours) {
    return model(List.of(behaviours), waits.attempts(), PATIENCE);
  }

  private ChatReply reply(Behaviour... behaviours) {
    return model(behaviours).reply(request(PATIENCE), heard::add);
  }

  private ModelException failure(Behaviour... behaviours) {
    return failure(model(behaviours), request(PATIENCE));
  }

  private ModelException failure(ChatModel model, ChatRequest request) {
    Consumer<String> listener = heard::add;
    return catchThrowableOfType(ModelException.class, () -> model.reply(request, listener));
  }

  /** A request that may take so long in all. */
  protected static ChatRequest request(Duration timeout) {
    return new ChatRequest(
        "Answer from the passages.",
        List.of(new ChatMessage(ChatMessage.Role.USER, "What is the fee?")),
        100,
        timeout);
  }
}
