package ragtime.slack;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import ragtime.library.FailureReason;

/** What the bot says, in one language. */
final class Words {
  private final ResourceBundle bundle;

  /** The words of this language, or English where there are none. */
  Words(Locale locale) {
    this.bundle =
        ResourceBundle.getBundle(
            "ragtime.slack.words",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** A phrase with its blanks filled in. */
  String say(Phrase phrase, Object... blanks) {
    return new MessageFormat(bundle.getString(phrase.key()), bundle.getLocale()).format(blanks);
  }

  /** Why a document cannot be searched, and what to do about it. */
  String reason(FailureReason reason) {
    return say(
        switch (reason) {
          case ENCRYPTED -> Phrase.REASON_ENCRYPTED;
          case DAMAGED -> Phrase.REASON_DAMAGED;
          case NOT_A_PDF -> Phrase.REASON_NOT_A_PDF;
          case NO_TEXT -> Phrase.REASON_NO_TEXT;
          case TOO_LARGE -> Phrase.REASON_TOO_LARGE;
          case TIMEOUT -> Phrase.REASON_TIMEOUT;
          case OUT_OF_MEMORY -> Phrase.REASON_OUT_OF_MEMORY;
          case EMPTY -> Phrase.REASON_EMPTY;
        });
  }
}
