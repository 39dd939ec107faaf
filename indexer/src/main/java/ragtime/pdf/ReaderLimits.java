package ragtime.pdf;

import java.time.Duration;

/**
 * What one document may cost.
 *
 * @param maxFileBytes longer files are not opened
 * @param maxPages documents with more pages are not read
 * @param maxTextChars documents with more text are given up
 * @param timeout for a document as a whole
 * @param timeoutPerPage what each page that was read adds to that
 * @param heapMegabytes the heap of the process that reads it
 */
public record ReaderLimits(
    long maxFileBytes,
    int maxPages,
    long maxTextChars,
    Duration timeout,
    Duration timeoutPerPage,
    int heapMegabytes) {

  /** Enough for annual reports of thousands of pages, in a Lambda function's memory. */
  public static final ReaderLimits DEFAULT =
      new ReaderLimits(
          200L << 20, 10_000, 30_000_000, Duration.ofSeconds(60), Duration.ofMillis(50), 384);

  public ReaderLimits {
    if (maxFileBytes < 1 || maxPages < 1 || maxTextChars < 1 || heapMegabytes < 16) {
      throw new IllegalArgumentException("Limits are positive, and a reader needs 16 MB of heap");
    }
    if (!timeout.isPositive() || timeoutPerPage.isNegative()) {
      throw new IllegalArgumentException("A timeout is positive");
    }
  }

  /** The same limits with another timeout. */
  public ReaderLimits withTimeout(Duration other) {
    return new ReaderLimits(
        maxFileBytes, maxPages, maxTextChars, other, timeoutPerPage, heapMegabytes);
  }

  /** The same limits with another heap. */
  public ReaderLimits withHeap(int megabytes) {
    return new ReaderLimits(
        maxFileBytes, maxPages, maxTextChars, timeout, timeoutPerPage, megabytes);
  }
}
