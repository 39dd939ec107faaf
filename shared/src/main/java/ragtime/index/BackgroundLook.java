package ragtime.index;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Looks for something newer when somebody needs it, at most every so often, one look at a time, on
 * a thread that ends with the look. Whoever needs it waits for a look, but only while that is
 * young: most are over at once, and the others fetch much.
 */
final class BackgroundLook implements AutoCloseable {

  /** How long a look is waited for. */
  private static final Duration YOUNG = Duration.ofMillis(500);

  private record Look(CountDownLatch over, Thread thread, long began) {}

  private final Runnable look;
  private final Duration every;
  private final Clock clock;

  private Optional<Look> running = Optional.empty();
  private Instant last;
  private boolean closed;

  /** A look has just been had. */
  BackgroundLook(Runnable look, Duration every, Clock clock) {
    this.look = look;
    this.every = every;
    this.clock = clock;
    this.last = clock.instant();
  }

  /**
   * Sees to it that there was a look within the time set, or that one is going on. One that began
   * before this was called may have looked too early, so a second may be needed.
   */
  void ifDue() {
    Instant now = clock.instant();
    Optional<Look> earlier = earlier(now);
    earlier.ifPresent(BackgroundLook::await);
    if (earlier.isEmpty() || earlier.get().over().getCount() == 0) {
      sufficient(now).ifPresent(BackgroundLook::await);
    }
  }

  @Override
  public void close() {
    Optional<Look> last;
    synchronized (this) {
      closed = true;
      last = running;
    }
    if (last.isPresent()) {
      last.get().thread().interrupt();
      boolean interrupted = false;
      while (last.get().over().getCount() > 0) {
        try {
          last.get().over().await();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The look that is going on, if it began too early. */
  private synchronized Optional<Look> earlier(Instant now) {
    return isDue(now) ? running : Optional.empty();
  }

  private boolean isDue(Instant now) {
    return !closed && !now.isBefore(last.plus(every));
  }

  /** The look to wait for, now begun if need be. */
  private synchronized Optional<Look> sufficient(Instant now) {
    if (!isDue(now)) {
      return last.isBefore(now) ? Optional.empty() : running;
    }
    if (running.isEmpty()) {
      last = clock.instant();
      CountDownLatch over = new CountDownLatch(1);
      Thread thread = Thread.ofVirtual().name("index-look").unstarted(() -> run(over));
      running = Optional.of(new Look(over, thread, System.nanoTime()));
      thread.start();
    }
    return running;
  }

  private void run(CountDownLatch over) {
    try {
      look.run();
    } finally {
      synchronized (this) {
        running = Optional.empty();
      }
      over.countDown();
    }
  }

  private static void await(Look look) {
    long left = YOUNG.toNanos() - (System.nanoTime() - look.began());
    try {
      if (left > 0 && !look.over().await(left, TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
