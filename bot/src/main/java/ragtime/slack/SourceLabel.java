package ragtime.slack;

import ragtime.answer.Citation;
import ragtime.conversation.CitedPage;
import ragtime.library.Document;

/**
 * A source as it is named beneath an answer.
 *
 * @param n its number in the answer
 * @param title what the document is called
 * @param button shows it
 */
record SourceLabel(int n, String title, SourceButton button) {

  static SourceLabel of(Citation citation) {
    return new SourceLabel(citation.n(), title(citation.document()), SourceButton.of(citation));
  }

  static SourceLabel of(CitedPage cited, Document document) {
    return new SourceLabel(cited.n(), title(document), SourceButton.of(cited));
  }

  private static String title(Document document) {
    return document.title().isBlank() ? document.key() : document.title();
  }
}
