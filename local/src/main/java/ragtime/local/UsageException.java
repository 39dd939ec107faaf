package ragtime.local;

/** The command was called wrongly, or a setting is wrong: exit code 2. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The message says what is wrong and what to do. */
  public UsageException(String message) {
    super(message);
  }
}
