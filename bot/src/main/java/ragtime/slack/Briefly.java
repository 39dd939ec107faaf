package ragtime.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What Slack said, remembered for a short while; what could not be asked is not. Safe for use by
 * many threads.
 */
final class Briefly<K, V> {
  private static final int MOST = 10_000;

  private record Said<V>(V value, Instant until) {}

  private final Map<K, Said<V>> said = new ConcurrentHashMap<>();
  private final Duration fresh;
  private final Clock clock;

  Briefly(Duration fresh, Clock clock) {
    this.fresh = fresh;
    this.clock = clock;
  }

  /** This is so from now on, as far as we know ourselves. */
  void put(K key, V value) {
    said.put(key, new Said<>(value, clock.instant().plus(fresh)));
  }

  /** What was said of it not long ago, or is said now; throws what asking throws. */
  V get(K key, Function<K, V> ask) {
    Instant now = clock.instant();
    Said<V> known = said.get(key);
    if (known != null && known.until().isAfter(now)) {
      return known.value();
    }
    V value = ask.apply(key);
    if (said.size() >= MOST) {
      said.values().removeIf(old -> !old.until().isAfter(now));
    }
    if (said.size() < MOST) {
      said.put(key, new Said<>(value, now.plus(fresh)));
    }
    return value;
  }
}
