package ragtime.slack;

import java.util.Locale;

/** What may be wrong with an answer. */
enum FeedbackReason {
  /** It is not so. */
  WRONG,
  /** It was so once. */
  OUTDATED,
  /** The cited page does not say it. */
  SOURCE,
  /** It leaves something out. */
  INCOMPLETE,
  /** It cannot be understood, or answers another question. */
  BESIDE_THE_POINT;

  /** The word for it in what is kept. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Phrase label() {
    return switch (this) {
      case WRONG -> Phrase.FEEDBACK_WRONG;
      case OUTDATED -> Phrase.FEEDBACK_OUTDATED;
      case SOURCE -> Phrase.FEEDBACK_SOURCE;
      case INCOMPLETE -> Phrase.FEEDBACK_INCOMPLETE;
      case BESIDE_THE_POINT -> Phrase.FEEDBACK_BESIDE_THE_POINT;
    };
  }
}
