package ragtime.slack;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Slack did not do what it was asked. */
public final class SlackException extends RuntimeException {

  /** What went wrong, as far as the caller's next step depends on it. */
  public enum Kind {
    /** Too many calls, even after waiting as long as we may. */
    RATE_LIMITED,
    /** Slack understood and declined; asking again will not help. */
    REFUSED,
    /** Slack is out of reach or out of order; whether it did it is unknown. */
    UNREACHABLE
  }

  private static final long serialVersionUID = 1;
  private final Kind kind;
  private final Duration retryAfter;
  private final String code;

  SlackException(Kind kind, SlackMethod method, String code, @Nullable Throwable cause) {
    this(kind, method, code, Duration.ZERO, cause);
  }

  private SlackException(
      Kind kind, SlackMethod method, String code, Duration retryAfter, @Nullable Throwable cause) {
    super(method.path() + ": " + code, cause);
    this.kind = kind;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** Slack wants us to wait for longer than we can. */
  static SlackException tooMany(SlackMethod method, Duration retryAfter) {
    return new SlackException(Kind.RATE_LIMITED, method, "ratelimited", retryAfter, null);
  }

  public Kind kind() {
    return kind;
  }

  /** After which time Slack will listen again, if that was too many calls; else nothing. */
  Duration retryAfter() {
    return retryAfter;
  }

  /** Slack's own word for it. */
  public String code() {
    return code;
  }

  /** Whether Slack declined the message for its length or shape, so that simpler text may pass. */
  boolean isAboutTheMessage() {
    return kind == Kind.REFUSED
        && (code.contains("too_long") || code.contains("blocks") || code.contains("no_text"));
  }
}
