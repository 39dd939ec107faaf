package ragtime.pdf;

/** How much work one page may be; what comes after is left unread. */
final class PageBudget {
  private static final int OPERATORS = 5_000_000;
  private static final long BYTES = 64L << 20;

  private int operators;
  private long bytes;

  /** Counts an operator; false once there have been too many. */
  boolean operator() {
    return ++operators <= OPERATORS;
  }

  /** How many bytes of content may still be decoded. */
  int bytesLeft() {
    return (int) Math.max(0, BYTES - bytes);
  }

  void decoded(int length) {
    bytes += length;
  }
}
