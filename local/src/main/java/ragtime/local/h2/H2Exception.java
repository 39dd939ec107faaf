package ragtime.local.h2;

/** The H2 file cannot be opened, read or written. */
public final class H2Exception extends RuntimeException {
  private static final long serialVersionUID = 1;

  H2Exception(String message, Throwable cause) {
    super(message, cause);
  }
}
