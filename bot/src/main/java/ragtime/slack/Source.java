package ragtime.slack;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import ragtime.library.Document;

/**
 * A page that an answer comes from, as it is shown.
 *
 * @param button what was asked for
 * @param document the document as it is now
 * @param headings the headings over the quoted words
 * @param before what stands before the quoted words
 * @param quote the quoted words; may be empty
 * @param after what stands after them
 * @param changed whether the document has changed since it was cited
 * @param picture a picture of the page, if there is one
 * @param pdf where the document opens at the page, if it does anywhere
 */
record Source(
    SourceButton button,
    Document document,
    List<String> headings,
    String before,
    String quote,
    String after,
    boolean changed,
    Optional<URI> picture,
    Optional<URI> pdf) {
  Source {
    headings = List.copyOf(headings);
  }

  /** The same without its picture. */
  Source withoutPicture() {
    return new Source(
        button, document, headings, before, quote, after, changed, Optional.empty(), pdf);
  }
}
