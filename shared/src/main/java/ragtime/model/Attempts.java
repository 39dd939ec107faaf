package ragtime.model;

import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Calls a model again while that may help: only after {@link ModelException.Kind#THROTTLED} and
 * {@link ModelException.Kind#UNAVAILABLE}, a bounded number of times, and within the time allowed.
 *
 * <p>Before each further try it waits a random time between nothing and a limit that doubles from
 * try to try, and never less than the model asked for. It does not begin a wait that would outlast
 * the time allowed.
 *
 * @param most how many tries there are in all, at least 1
 * @param firstWait the longest wait before the second try
 * @param longestWait the longest wait of all
 * @param clock what tells the time spent
 * @param random what draws the waits; safe for use by many threads
 * @param pause what waits
 */
public record Attempts(
    int most,
    Duration firstWait,
    Duration longestWait,
    Clock clock,
    RandomGenerator random,
    Pause pause) {

  /** Lets a time pass. */
  public interface Pause {
    /** Returns when it has passed. */
    void of(Duration time) throws InterruptedException;
  }

  public Attempts {
    if (most < 1) {
      throw new IllegalArgumentException("There is at least one attempt");
    }
  }

  /** Four tries, with waits of up to 0.25, 0.5 and 1 second unless the model asks for more. */
  public static Attempts standard(Clock clock) {
    return new Attempts(
        4, Duration.ofMillis(250), Duration.ofSeconds(8), clock, new Random(), Thread::sleep);
  }

  /** The same waits with one try only, for checks that a person waits for. */
  public Attempts once() {
    return new Attempts(1, firstWait, longestWait, clock, random, pause);
  }

  /**
   * What the call returns, or the last exception it threw. The call is given the time that is left
   * and keeps within it; {@code mayRepeat} is asked before each further try.
   */
  public <T> T within(Duration allowed, BooleanSupplier mayRepeat, Function<Duration, T> call) {
    var end = clock.instant().plus(allowed);
    for (int tried = 1; ; tried++) {
      var left = Duration.between(clock.instant(), end);
      if (!left.isPositive()) {
        throw new ModelException(
            ModelException.Kind.UNAVAILABLE, "No time left to ask the model", null, null);
      }
      try {
        return call.apply(left);
      } catch (ModelException e) {
        var wait = waitAfter(tried, e);
        boolean inTime = wait.compareTo(Duration.between(clock.instant(), end)) < 0;
        if (tried == most || !mayHelp(e) || !inTime || !mayRepeat.getAsBoolean()) {
          throw e;
        }
        rest(wait, e);
      }
    }
  }

  private static boolean mayHelp(ModelException e) {
    return switch (e.kind()) {
      case THROTTLED, UNAVAILABLE -> true;
      case DENIED, INVALID, REFUSED -> false;
    };
  }

  private Duration waitAfter(int tried, ModelException e) {
    long doubled = firstWait.toMillis() << Math.min(tried - 1, 20);
    long limit = Math.min(doubled, longestWait.toMillis());
    var drawn = Duration.ofMillis(random.nextLong(limit + 1));
    return e.retryAfter().filter(asked -> asked.compareTo(drawn) > 0).orElse(drawn);
  }

  private void rest(Duration wait, ModelException reason) {
    try {
      pause.of(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      reason.addSuppressed(e);
      throw reason;
    }
  }
}
