package ragtime.aws;

/** Secrets could not be read. */
public final class SecretsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The message names where they are, and none of them. */
  public SecretsException(String message, Throwable cause) {
    super(message, cause);
  }
}
