package ragtime.model;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes how long a model would have been waited for, and lets no time pass. */
public final class Waits implements Attempts.Pause {

  private final List<Duration> all = new CopyOnWriteArrayList<>();

  @Override
  public void of(Duration time) {
    all.add(time);
  }

  /** All waits so far. */
  public List<Duration> all() {
    return List.copyOf(all);
  }

  /** Four attempts that wait here. */
  public Attempts attempts() {
    return new Attempts(
        4, Duration.ofMillis(100), Duration.ofSeconds(1), Clock.systemUTC(), new Random(7), this);
  }
}
