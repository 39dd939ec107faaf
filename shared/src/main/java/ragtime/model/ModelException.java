package ragtime.model;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model could not be asked, or did not answer. */
public final class ModelException extends RuntimeException {

  /** What went wrong, as far as the caller's next step depends on it. */
  public enum Kind {
    /** Too many requests; it will work later. */
    THROTTLED,
    /** Out of order, out of reach, or too slow; it may work later. */
    UNAVAILABLE,
    /** Credentials, permissions, or access to the model are missing. */
    DENIED,
    /** The request is not one that this model takes: a wrong name, or too long a text. */
    INVALID,
    /** The model, or a guardrail, declined. */
    REFUSED
  }

  private static final long serialVersionUID = 1;
  private final Kind kind;
  private final @Nullable Duration retryAfter;

  /** A failure of this kind; the message holds neither questions nor document text. */
  public ModelException(
      Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  /** How long the model asked callers to wait, if it said. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
