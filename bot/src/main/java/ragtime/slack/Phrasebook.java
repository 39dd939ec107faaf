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
    FeedbackModal feedback,
    SettingsModal settings,
    AdminRendering admin,
    HomeRendering home) {

  /** Everything in a language; in English, if we have no words in it. */
  static Phrasebook of(Locale locale, DocumentLinks links) {
    Words words = new Words(locale);
    LibraryRendering library = new LibraryRendering(words, links);
    return new Phrasebook(
        locale.toLanguageTag(),
        words,
        new AnswerRendering(words),
        library,
        new SourceRendering(words),
        new FileRendering(words),
        new FeedbackModal(words),
        new SettingsModal(words),
        new AdminRendering(words),
        new HomeRendering(words, library));
  }
}
