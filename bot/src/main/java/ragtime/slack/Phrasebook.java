package ragtime.slack;

import java.util.Locale;

/**
 * Everything the bot shows, in one language.
 *
 * @param language the language's tag
 */
record Phrasebook(
    String language,
    Words words,
    AnswerRendering answers,
    LibraryRendering library,
    SourceRendering sources,
    FileRendering files,
    FeedbackModal feedback) {

  /** Everything in a language; in English, if we have no words in it. */
  static Phrasebook of(Locale locale, DocumentLinks links) {
    Words words = new Words(locale);
    return new Phrasebook(
        locale.toLanguageTag(),
        words,
        new AnswerRendering(words),
        new LibraryRendering(words, links),
        new SourceRendering(words),
        new FileRendering(words),
        new FeedbackModal(words));
  }
}
