package ragtime.slack;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import ragtime.conversation.Claim;
import ragtime.conversation.ClaimKey;
import ragtime.conversation.Claims;
import ragtime.job.JobResult;

/** Does each piece of work once, although it may come as several events, each several times. */
final class Once {
  private final Claims claims;
  private final Clock clock;
  private final Duration lease;

  Once(Claims claims, Clock clock, Duration lease) {
    this.claims = claims;
    this.clock = clock;
    this.lease = lease;
  }

  /** A piece of work; throws if it failed and is to be tried again. */
  interface Work {
    void run(Lease lease);
  }

  /** Somebody else has taken the work over. */
  private static final class LostException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** The right to do a piece of work, for a while. */
  final class Lease {
    private final ClaimKey key;
    private final String owner;
    private final Claim.Granted granted;

    private Lease(ClaimKey key, String owner, Claim.Granted granted) {
      this.key = key;
      this.owner = owner;
      this.granted = granted;
    }

    /** Whether somebody before may have posted something already. */
    boolean mayHavePosted() {
      return granted.state() == Claim.State.ANSWERING;
    }

    /** What they noted. */
    String note() {
      return granted.note();
    }

    /**
     * To be called before anything is posted, and with a note after: then nobody posts it again.
     */
    void posting(String note) {
      if (!claims.hold(key, owner, Claim.State.ANSWERING, note, lease)) {
        throw new LostException();
      }
    }
  }

  /**
   * Does the work under claims on all these keys, unless it is done already or being done.
   *
   * @param keys what the work is known by; the last, which every event of the same work shares,
   *     carries its state
   */
  JobResult run(List<ClaimKey> keys, Work work) {
    return run(keys, work, true);
  }

  /** The same, but the work is not finished by it: what is left of it is somebody else's. */
  void leave(List<ClaimKey> keys, Work work) {
    run(keys, work, false);
  }

  private JobResult run(List<ClaimKey> keys, Work work, boolean finishes) {
    String owner = UUID.randomUUID().toString();
    return switch (claims.claimAll(keys, owner, lease)) {
      case Claim.Granted granted ->
          run(keys, new Lease(keys.getLast(), owner, granted), work, finishes);
      case Claim.AlreadyDone() -> new JobResult.Done();
      case Claim.HeldByOther held -> {
        Duration wait = Duration.between(clock.instant(), held.until());
        yield new JobResult.Again(wait.isNegative() ? Duration.ZERO : wait.plusMillis(1));
      }
    };
  }

  private JobResult run(List<ClaimKey> keys, Lease held, Work work, boolean finishes) {
    boolean done = false;
    try {
      work.run(held);
      done = finishes;
    } catch (LostException e) {
      return new JobResult.Again(lease);
    } finally {
      if (done) {
        claims.finishAll(keys, held.owner);
      } else {
        keys.forEach(key -> claims.release(key, held.owner));
      }
    }
    return new JobResult.Done();
  }
}
