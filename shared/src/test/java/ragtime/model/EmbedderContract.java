package ragtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ragtime.model.Embedder.Purpose;
import ragtime.model.ModelException.Kind;

/** What every Embedder does, whatever its far side does. */
public abstract class EmbedderContract {

  private final Waits waits = new Waits();

  /**
   * An embedder whose far side fails like this in its first calls and then works; it may be silent
   * for so long. Of the behaviours, those that speak mean that it works.
   */
  protected abstract Embedder embedder(
      List<Behaviour> behaviours, Attempts attempts, Duration silence);

  @Test
  void givesUnitVectorsOfItsLength() {
    var embedder = embedder();

    var vectors = embedder.embed(List.of("the fee", "größer 📎"), Purpose.PASSAGE);

    assertThat(vectors).hasSize(2);
    for (var vector : vectors) {
      assertThat(vector).hasSize(embedder.dimensions());
      assertThat(dot(vector, vector)).isCloseTo(1, within(1e-5));
    }
    assertThat(embedder.id()).endsWith("/" + embedder.dimensions());
  }

  @Test
  void nothingHasNoVectors() {
    assertThat(embedder().embed(List.of(), Purpose.PASSAGE)).isEmpty();
  }

  @Test
  void manyTextsKeepTheirOrder() {
    var embedder = embedder();
    var texts = new ArrayList<>(IntStream.range(0, 250).mapToObj(i -> "text number " + i).toList());
    var inOrder = embedder.embed(texts, Purpose.PASSAGE);

    Collections.reverse(texts);
    var reversed = embedder.embed(texts, Purpose.PASSAGE);

    assertThat(inOrder).hasSize(250);
    for (int i = 0; i < 250; i++) {
      assertThat(reversed.get(249 - i)).isEqualTo(inOrder.get(i));
    }
    assertThat(dot(inOrder.get(0), inOrder.get(1))).isLessThan(0.999);
  }

  @Test
  void theSameTextHasTheSameVector() {
    var embedder = embedder();

    assertThat(embedder.embed(List.of("fee"), Purpose.QUESTION).getFirst())
        .isEqualTo(embedder.embed(List.of("fee"), Purpose.QUESTION).getFirst());
  }

  @Test
  void asksAgainAfterThrottlingAndOutages() {
    var embedder = embedder(new Behaviour.Throttles(Duration.ofSeconds(1)), new Behaviour.Fails());

    assertThat(embedder.embed(List.of("fee"), Purpose.PASSAGE)).hasSize(1);
    assertThat(waits.all()).hasSize(2);
    assertThat(waits.all().getFirst()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void asksAgainAfterABrokenConnection() {
    var embedder = embedder(new Behaviour.BreaksOff(List.of()));

    assertThat(embedder.embed(List.of("fee"), Purpose.PASSAGE)).hasSize(1);
  }

  @Test
  void givesUpInTheEnd() {
    var fails = Collections.<Behaviour>nCopies(4, new Behaviour.Fails());

    assertThat(failure(embedder(fails, waits.attempts(), Duration.ofSeconds(20))))
        .isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void doesNotRepeatWhatCannotSucceed() {
    assertThat(failure(embedder(new Behaviour.Denies()))).isEqualTo(Kind.DENIED);
    assertThat(failure(embedder(new Behaviour.Rejects()))).isEqualTo(Kind.INVALID);
    assertThat(waits.all()).isEmpty();
  }

  @Test
  void oneFailureAmongManyCallsFailsTheList() {
    var embedder = embedder(new Behaviour.Denies());
    var texts = IntStream.range(0, 200).mapToObj(i -> "text " + i).toList();

    var failure =
        catchThrowableOfType(ModelException.class, () -> embedder.embed(texts, Purpose.PASSAGE));

    assertThat(failure.kind()).isEqualTo(Kind.DENIED);
  }

  @Test
  void doesNotWaitForEver() {
    var silent = new Behaviour.FallsSilent(List.of());
    var embedder = embedder(List.of(silent), waits.attempts(), Duration.ofMillis(300));

    assertThat(embedder.embed(List.of("fee"), Purpose.PASSAGE)).hasSize(1);
  }

  @Test
  void servesManyThreads() throws Exception {
    var embedder = embedder();
    var alone = embedder.embed(List.of("fee"), Purpose.PASSAGE).getFirst();
    Callable<float[]> ask = () -> embedder.embed(List.of("fee"), Purpose.PASSAGE).getFirst();

    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var vector : executor.invokeAll(Collections.nCopies(16, ask))) {
        assertThat(vector.get()).isEqualTo(alone);
      }
    }
  }

  private Embedder embedder(Behaviour... behaviours) {
    return embedder(List.of(behaviours), waits.attempts(), Duration.ofSeconds(20));
  }

  private static Kind failure(Embedder embedder) {
    return catchThrowableOfType(
            ModelException.class, () -> embedder.embed(List.of("fee"), Purpose.PASSAGE))
        .kind();
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
