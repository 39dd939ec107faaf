package ragtime.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Claims in memory. */
public final class MemoryClaims implements Claims {
  private record Entry(
      String owner, Claim.State state, String note, Instant leaseEnd, Instant forgotten) {}

  private final Map<ClaimKey, Entry> entries = new HashMap<>();
  private final Duration keep;
  private final Clock clock;

  /** Claims that are forgotten this long after they were last touched. */
  public MemoryClaims(Duration keep, Clock clock) {
    this.keep = keep;
    this.clock = clock;
  }

  @Override
  public synchronized Claim claim(ClaimKey key, String owner, Duration lease) {
    Instant now = clock.instant();
    Entry entry = entries.get(key);
    if (entry == null || !entry.forgotten().isAfter(now)) {
      put(key, owner, Claim.State.RECEIVED, "", lease);
      return new Claim.Granted(Claim.State.RECEIVED, "");
    }
    if (entry.state() == Claim.State.ANSWERED) {
      return new Claim.AlreadyDone();
    }
    if (!entry.owner().equals(owner) && entry.leaseEnd().isAfter(now)) {
      return new Claim.HeldByOther(entry.leaseEnd());
    }
    put(key, owner, entry.state(), entry.note(), lease);
    return new Claim.Granted(entry.state(), entry.note());
  }

  @Override
  public synchronized boolean hold(
      ClaimKey key, String owner, Claim.State state, String note, Duration lease) {
    if (!owns(key, owner)) {
      return false;
    }
    put(key, owner, state, note, lease);
    return true;
  }

  @Override
  public synchronized boolean finish(ClaimKey key, String owner) {
    if (!owns(key, owner)) {
      return false;
    }
    put(key, owner, Claim.State.ANSWERED, "", Duration.ZERO);
    return true;
  }

  @Override
  public synchronized void release(ClaimKey key, String owner) {
    Entry entry = entries.get(key);
    if (entry != null && owns(key, owner)) {
      put(key, owner, entry.state(), entry.note(), Duration.ZERO);
    }
  }

  private boolean owns(ClaimKey key, String owner) {
    Entry entry = entries.get(key);
    return entry != null
        && entry.owner().equals(owner)
        && entry.state() != Claim.State.ANSWERED
        && entry.forgotten().isAfter(clock.instant());
  }

  private void put(ClaimKey key, String owner, Claim.State state, String note, Duration lease) {
    Instant now = clock.instant();
    entries.put(key, new Entry(owner, state, note, now.plus(lease), now.plus(keep)));
  }
}
