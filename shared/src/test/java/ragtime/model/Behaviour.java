package ragtime.model;

import java.time.Duration;
import java.util.List;

/** What a model does when it is asked once. */
public sealed interface Behaviour {

  /** It writes these pieces, to its end or until it is cut at the token limit. */
  record Says(List<String> pieces, boolean complete) implements Behaviour {}

  /** It replies with no text. */
  record SaysNothing() implements Behaviour {}

  /** It spends all its tokens before it writes any text. */
  record ThinksTooLong() implements Behaviour {}

  /** It is asked too often, and says how long to wait. */
  record Throttles(Duration retryAfter) implements Behaviour {}

  /** It is out of order. */
  record Fails() implements Behaviour {}

  /** It does not know the caller. */
  record Denies() implements Behaviour {}

  /** The request is too long for it. */
  record Rejects() implements Behaviour {}

  /** It, or its guardrail, declines. */
  record Declines() implements Behaviour {}

  /** It writes these pieces, then the connection breaks. */
  record BreaksOff(List<String> pieces) implements Behaviour {}

  /** It writes these pieces, then reports an error of its own. */
  record ErrsInMidReply(List<String> pieces) implements Behaviour {}

  /** It writes these pieces, then nothing more, without an end. */
  record FallsSilent(List<String> pieces) implements Behaviour {}

  /** It writes these pieces to its end. */
  static Behaviour says(String... pieces) {
    return new Says(List.of(pieces), true);
  }
}
