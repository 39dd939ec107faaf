package ragtime.library;

import java.util.Locale;

/** Why a document could not be indexed. */
public enum FailureReason {
  /** It cannot be opened without a password. */
  ENCRYPTED,
  /** It is a PDF, but broken beyond what readers repair. */
  DAMAGED,
  /** Its bytes are something else. */
  NOT_A_PDF,
  /** It has pages, but no text on them: a scan, or drawings. */
  NO_TEXT,
  /** More bytes, pages or text than ragtime takes. */
  TOO_LARGE,
  /** Reading it took longer than is allowed for one document. */
  TIMEOUT,
  /** Reading it took more memory than is allowed for one document. */
  OUT_OF_MEMORY,
  /** It has no bytes, or no pages. */
  EMPTY;

  /** The word for it in reports and JSON, such as {@code not_a_pdf}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The reason with this {@link #word()}; throws {@link IllegalArgumentException} for any other.
   */
  public static FailureReason of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
