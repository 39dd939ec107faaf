package ragtime.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Tries again what a store could not do and may do later ({@link StoreException.Kind#UNAVAILABLE}).
 *
 * <p>Before each further try it waits a random time, at most {@code firstWait} before the second
 * and twice as long from try to try. It does not try again when {@code longest} has passed: a store
 * that is slow to fail has been patient itself. What it calls must be harmless when done twice.
 *
 * @param tries how many there are in all, at least 1
 * @param firstWait the longest wait before the second try
 * @param longest how long it goes on beginning new tries
 */
public record Patience(int tries, Duration firstWait, Duration longest) {

  /** Eight tries within five seconds: enough for a store that fails every fifth call. */
  public static final Patience USUAL =
      new Patience(8, Duration.ofMillis(20), Duration.ofSeconds(5));

  public Patience {
    if (tries < 1) {
      throw new IllegalArgumentException("There is at least one try");
    }
  }

  /** What the call gives, or the last exception it threw. */
  public <T> T with(Supplier<T> call) {
    long began = System.nanoTime();
    for (int tried = 1; ; tried++) {
      try {
        return call.get();
      } catch (StoreException e) {
        boolean late = System.nanoTime() - began > longest.toNanos();
        if (e.kind() != StoreException.Kind.UNAVAILABLE || tried == tries || late) {
          throw e;
        }
        rest(tried, e);
      }
    }
  }

  /** Does what gives nothing. */
  public void does(Runnable call) {
    boolean done =
        with(
            () -> {
              call.run();
              return true;
            });
    assert done;
  }

  private void rest(int tried, StoreException reason) {
    long limit = firstWait.toMillis() << (tried - 1);
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(limit + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      reason.addSuppressed(e);
      throw reason;
    }
  }
}
