package ragtime.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is at which piece of work, so that each is done once although it may arrive many times. A
 * claim is a lease: whoever dies loses it, and another goes on where they stopped. Finished claims
 * are remembered for long enough to outlive every retry, then forgotten. Safe for use by many
 * threads and processes; of any number that claim at once, one is granted.
 */
public interface Claims {

  /** Claims a piece of work for as long as the lease; an owner may claim its own again. */
  Claim claim(ClaimKey key, String owner, Duration lease);

  /**
   * Says how far the work has come and starts the lease anew, unless somebody else has taken it
   * over meanwhile: then this gives false, and the owner must stop.
   */
  boolean hold(ClaimKey key, String owner, Claim.State state, String note, Duration lease);

  /** The work is finished, for good; gives false if somebody else has taken it over meanwhile. */
  boolean finish(ClaimKey key, String owner);

  /** Ends the lease so that the next to claim goes on at once; nothing if it is not the owner's. */
  void release(ClaimKey key, String owner);

  /**
   * Claims a piece of work under every key that it is known by, or under none of them: what is done
   * or held under one is not to be done under another. What is granted is as the last key's claim
   * says.
   *
   * @param keys at least one, each once
   */
  default Claim claimAll(List<ClaimKey> keys, String owner, Duration lease) {
    List<ClaimKey> mine = new ArrayList<>();
    Claim last = new Claim.AlreadyDone();
    for (ClaimKey key : keys) {
      last = claim(key, owner, lease);
      switch (last) {
        case Claim.Granted granted -> mine.add(key);
        case Claim.AlreadyDone done -> {
          finishAll(mine, owner);
          return done;
        }
        case Claim.HeldByOther held -> {
          mine.forEach(one -> release(one, owner));
          return held;
        }
      }
    }
    return last;
  }

  /** Finishes the work under all these keys, as far as nobody else has taken it over. */
  default void finishAll(List<ClaimKey> keys, String owner) {
    keys.forEach(key -> finish(key, owner));
  }
}
