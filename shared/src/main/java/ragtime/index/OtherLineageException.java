package ragtime.index;

/**
 * The current generation cannot be built upon: it was made with another embedder, or by another
 * version of ragtime. A lineage for it has to be built from the whole library.
 */
public final class OtherLineageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The message says what is current. */
  public OtherLineageException(String message) {
    super(message);
  }
}
