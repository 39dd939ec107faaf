package ragtime.slack;

import java.time.Duration;

/** Waits, as Slack asked; tests don't. */
@FunctionalInterface
interface Pause {

  /** Returns after this time. */
  void take(Duration time);

  /** Really waits. */
  static void really(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for Slack", e);
    }
  }
}
