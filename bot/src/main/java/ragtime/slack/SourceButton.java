package ragtime.slack;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ragtime.answer.Citation;
import ragtime.conversation.CitedPage;
import ragtime.index.Hit;
import ragtime.library.Document;

/**
 * What a button that shows a source carries: which words of which passage.
 *
 * @param version the first digits of the document's content hash, to tell whether it has changed
 * @param page the page
 * @param passage the passage's ordinal; -1 for the page as a whole
 * @param from where the quoted words begin in the passage
 * @param to where they end there; the same for no words in particular
 * @param document the document's key
 */
record SourceButton(String version, int page, int passage, int from, int to, String document) {
  /** What Slack calls the click, followed by a number. */
  static final String ACTION = "show_source_";

  private static final int VERSION_DIGITS = 16;
  private static final Pattern VALUE =
      Pattern.compile("([0-9a-f]{0,64}) (\\d{1,6}) (-?\\d{1,7}) (\\d{1,7}) (\\d{1,7}) (.+)");

  static SourceButton of(Citation citation) {
    return new SourceButton(
        version(citation.document().contentHash()),
        citation.passage().page(),
        citation.passage().ordinal(),
        citation.from(),
        citation.to(),
        citation.document().key());
  }

  static SourceButton of(CitedPage cited) {
    return new SourceButton(
        version(cited.contentHash()),
        cited.page(),
        cited.passage(),
        cited.from(),
        cited.to(),
        cited.document());
  }

  /** A passage that was found, none of its words in particular. */
  static SourceButton of(Hit hit) {
    return new SourceButton(
        version(hit.document().contentHash()),
        hit.passage().page(),
        hit.passage().ordinal(),
        0,
        0,
        hit.document().key());
  }

  /** Another page of the same document. */
  SourceButton turned(int otherPage) {
    return new SourceButton(version, otherPage, -1, 0, 0, document);
  }

  String value() {
    return version + " " + page + " " + passage + " " + from + " " + to + " " + document;
  }

  /** Whether this document is still the version that was cited. */
  boolean isOf(Document current) {
    return current.contentHash().startsWith(version);
  }

  static Optional<SourceButton> read(String value) {
    Matcher matcher = VALUE.matcher(value);
    return matcher.matches()
        ? Optional.of(
            new SourceButton(
                matcher.group(1),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                Integer.parseInt(matcher.group(4)),
                Integer.parseInt(matcher.group(5)),
                matcher.group(6)))
        : Optional.empty();
  }

  private static String version(String hash) {
    return hash.substring(0, Math.min(VERSION_DIGITS, hash.length()));
  }
}
