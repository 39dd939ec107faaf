package ragtime.conversation;

import java.time.Instant;

/** What became of trying to claim a piece of work. */
public sealed interface Claim {

  /** How far the work has come. */
  enum State {
    /** Nobody outside has seen anything of it. */
    RECEIVED,
    /** A reply is being made; some of it may have been posted. */
    ANSWERING,
    /** It is finished. */
    ANSWERED
  }

  /**
   * It is yours until the lease ends.
   *
   * @param state how far somebody before came; {@code RECEIVED} if nobody was before
   * @param note what they noted, or empty
   */
  record Granted(State state, String note) implements Claim {}

  /**
   * Somebody else is at it.
   *
   * @param until when their lease ends
   */
  record HeldByOther(Instant until) implements Claim {}

  /** It is finished. */
  record AlreadyDone() implements Claim {}
}
