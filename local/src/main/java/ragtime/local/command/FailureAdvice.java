package ragtime.local.command;

import ragtime.library.FailureReason;

/** What to tell whoever wonders why a document failed. */
final class FailureAdvice {
  private FailureAdvice() {}

  static String of(FailureReason reason) {
    return switch (reason) {
      case ENCRYPTED -> "needs a password; save a copy without one";
      case DAMAGED -> "is damaged; open it in a PDF viewer and save it anew";
      case NOT_A_PDF -> "is not a PDF, whatever its name says";
      case NO_TEXT -> "has no text, only pictures of it; run it through text recognition (OCR)";
      case TOO_LARGE -> "is too large; split it";
      case TIMEOUT -> "takes too long to read; save it anew, or split it";
      case OUT_OF_MEMORY -> "takes too much memory to read; save it anew, or split it";
      case EMPTY -> "has no pages; if it should have some, it was cut short: copy it here again";
    };
  }
}
