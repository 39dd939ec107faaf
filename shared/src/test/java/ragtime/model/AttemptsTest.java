package ragtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import ragtime.model.ModelException.Kind;

class AttemptsTest {

  private final List<Duration> waits = new ArrayList<>();
  private Instant now = Instant.EPOCH;

  @Test
  void drawsWaitsBelowALimitThatDoubles() {
    var attempts = attempts(8, new Random(1));

    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> always(attempts, Kind.UNAVAILABLE));

    var limits = List.of(100, 200, 400, 800, 1000, 1000, 1000);
    assertThat(waits).hasSize(limits.size());
    for (int i = 0; i < limits.size(); i++) {
      assertThat(waits.get(i)).isLessThanOrEqualTo(Duration.ofMillis(limits.get(i)));
    }
    assertThat(waits).doesNotHaveDuplicates();
  }

  @Property(tries = 200)
  void neverWaitsPastTheTimeAllowed(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 3000) int allowedMillis) {
    now = Instant.EPOCH;
    var attempts = attempts(100, new Random(seed));
    var allowed = Duration.ofMillis(allowedMillis);

    try {
      attempts.within(
          allowed,
          () -> true,
          left -> {
            assertThat(left).isPositive().isLessThanOrEqualTo(allowed);
            throw new ModelException(Kind.THROTTLED, "", null, null);
          });
    } catch (ModelException e) {
      assertThat(Duration.between(Instant.EPOCH, now)).isLessThanOrEqualTo(allowed);
    }
  }

  @Test
  void stopsWhenToldNotToRepeat() {
    var attempts = attempts(4, new Random(1));
    Function<Duration, String> fails =
        left -> {
          throw new ModelException(Kind.UNAVAILABLE, "broke", null, null);
        };

    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> attempts.within(Duration.ofMinutes(1), () -> false, fails));
    assertThat(waits).isEmpty();
  }

  @Test
  void anInterruptEndsTheWait() {
    var attempts =
        new Attempts(
            3,
            Duration.ofMillis(1),
            Duration.ofMillis(1),
            Clock.systemUTC(),
            new Random(1),
            time -> {
              throw new InterruptedException();
            });

    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> always(attempts, Kind.THROTTLED));
    assertThat(Thread.interrupted()).isTrue();
  }

  private static String always(Attempts attempts, Kind kind) {
    return attempts.within(
        Duration.ofMinutes(1),
        () -> true,
        left -> {
          throw new ModelException(kind, "always", null, null);
        });
  }

  private Attempts attempts(int most, Random random) {
    var clock =
        new Clock() {
          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        };
    return new Attempts(
        most,
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        clock,
        random,
        time -> {
          waits.add(time);
          now = now.plus(time);
        });
  }
}
