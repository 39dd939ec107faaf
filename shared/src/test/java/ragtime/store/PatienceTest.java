package ragtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import ragtime.store.StoreException.Kind;

class PatienceTest {

  private static final Patience THREE =
      new Patience(3, Duration.ofMillis(1), Duration.ofMinutes(1));

  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void whatFailsTwiceSucceedsAtTheThirdTry() {
    assertThat(THREE.with(() -> failing(2, Kind.UNAVAILABLE))).isEqualTo(3);
  }

  @Test
  void afterTheLastTryItFails() {
    assertThatThrownBy(() -> THREE.with(() -> failing(9, Kind.UNAVAILABLE)))
        .isInstanceOf(StoreException.class);
    assertThat(calls).hasValue(3);
  }

  @Test
  void whatTimeDoesNotMendIsNotTriedAgain() {
    assertThatThrownBy(() -> THREE.with(() -> failing(9, Kind.DENIED)))
        .isInstanceOf(StoreException.class);
    assertThat(calls).hasValue(1);
  }

  @Test
  void whatWasSlowToFailIsNotTriedAgain() {
    Patience brief = new Patience(3, Duration.ofMillis(1), Duration.ZERO);

    assertThatThrownBy(() -> brief.with(() -> failing(9, Kind.UNAVAILABLE)))
        .isInstanceOf(StoreException.class);
    assertThat(calls).hasValue(1);
  }

  private int failing(int times, Kind kind) {
    int call = calls.incrementAndGet();
    if (call <= times) {
      throw new StoreException(kind, "call " + call, null);
    }
    return call;
  }
}
