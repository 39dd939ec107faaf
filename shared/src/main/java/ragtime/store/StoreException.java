package ragtime.store;

import org.jspecify.annotations.Nullable;

/** The store could not do what was asked of it. */
public final class StoreException extends RuntimeException {

  /** What went wrong, as far as the caller's next step depends on it. */
  public enum Kind {
    /** It may work later: a cut connection, a timeout, throttling. */
    UNAVAILABLE,
    /** It will not work until someone changes credentials, permissions or settings. */
    DENIED,
    /** The bucket or folder itself is not there. */
    MISSING
  }

  private static final long serialVersionUID = 1;
  private final Kind kind;

  /**
   * A failure of this kind; the message is for the person who runs ragtime and holds no document
   * text.
   */
  public StoreException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }
}
