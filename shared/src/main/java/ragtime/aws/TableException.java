package ragtime.aws;

import org.jspecify.annotations.Nullable;

/** The table cannot be read or written now. */
public final class TableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The message holds no text of users. */
  TableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
