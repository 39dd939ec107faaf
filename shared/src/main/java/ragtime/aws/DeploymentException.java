package ragtime.aws;

import org.jspecify.annotations.Nullable;

/** A part of a deployment could not be looked at. */
public final class DeploymentException extends RuntimeException {

  /** Why, as far as what to do about it depends on it. */
  public enum Kind {
    /** There is no such thing. */
    MISSING,
    /** Credentials or permissions are. */
    DENIED,
    /** AWS cannot be reached, or is out of order. */
    UNAVAILABLE
  }

  private static final long serialVersionUID = 1;
  private final Kind kind;

  /** A failure of this kind, in words for the person at the keyboard. */
  public DeploymentException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Why. */
  public Kind kind() {
    return kind;
  }
}
