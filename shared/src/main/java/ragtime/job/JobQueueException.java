package ragtime.job;

import org.jspecify.annotations.Nullable;

/** A job could not be kept; whoever asked must be told, or must ask again. */
public final class JobQueueException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The message holds ids only. */
  public JobQueueException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
