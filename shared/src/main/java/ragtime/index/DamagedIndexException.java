package ragtime.index;

import org.jspecify.annotations.Nullable;

/**
 * A part of the index is missing, or its bytes are not those that were published. A full rebuild
 * mends it.
 */
public final class DamagedIndexException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The message names the part. */
  public DamagedIndexException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
