package ragtime.local.workspace;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Message timestamps: seconds and microseconds, each later than the one before it. */
final class Timestamps {
  private final Clock clock;
  private final AtomicLong last;

  Timestamps(Clock clock, Optional<String> newest) {
    this.clock = clock;
    this.last = new AtomicLong(newest.map(ts -> Long.parseLong(ts.replace(".", ""))).orElse(0L));
  }

  String next() {
    Instant now = clock.instant();
    long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    long next = last.accumulateAndGet(micros, (before, wanted) -> Math.max(before + 1, wanted));
    return String.format(Locale.ROOT, "%d.%06d", next / 1_000_000, next % 1_000_000);
  }
}
