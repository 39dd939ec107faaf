package ragtime.local.h2;

import java.time.Duration;

/**
 * How often a job is tried, and how long to wait in between.
 *
 * @param receives how often in all, at least once
 * @param first the wait after the first failure; each further one is four times as long
 * @param most the longest wait
 */
public record Retries(int receives, Duration first, Duration most) {
  public Retries {
    if (receives < 1) {
      throw new IllegalArgumentException("A job is tried at least once");
    }
  }

  /** What does on a laptop: four times within about half a minute. */
  public static Retries usual() {
    return new Retries(4, Duration.ofSeconds(1), Duration.ofSeconds(30));
  }

  /** The wait after so many failures. */
  Duration after(int failures) {
    Duration wait = first;
    for (int i = 1; i < failures && wait.compareTo(most) < 0; i++) {
      wait = wait.multipliedBy(4);
    }
    return wait.compareTo(most) < 0 ? wait : most;
  }

  /** Whether this receive is the last. */
  boolean isLast(int receive) {
    return receive >= receives;
  }
}
