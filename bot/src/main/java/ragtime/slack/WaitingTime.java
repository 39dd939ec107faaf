package ragtime.slack;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How long a piece of work may wait for Slack in all, however many calls it makes: whoever runs it
 * has a time limit, too.
 */
final class WaitingTime {
  private static final ScopedValue<WaitingTime> CURRENT = ScopedValue.newInstance();

  private Duration left;

  private WaitingTime(Duration left) {
    this.left = left;
  }

  /** Does work that may wait so long in all. */
  static <T> T within(Duration most, Supplier<T> work) {
    return ScopedValue.where(CURRENT, new WaitingTime(most)).call(work::get);
  }

  /** What is left of the work at hand, if it has such a limit; else as long as this. */
  static WaitingTime current(Duration otherwise) {
    return CURRENT.isBound() ? CURRENT.get() : new WaitingTime(otherwise);
  }

  /** Takes some of it; false if not so much is left. */
  synchronized boolean take(Duration time) {
    if (time.compareTo(left) > 0) {
      return false;
    }
    left = left.minus(time);
    return true;
  }
}
