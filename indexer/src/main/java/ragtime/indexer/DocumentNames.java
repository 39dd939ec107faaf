package ragtime.indexer;

import java.util.Locale;
import java.util.Optional;
import ragtime.store.ObjectKeys;

/** What the key of a document says about it. */
final class DocumentNames {
  private static final String FROM_SLACK = "slack/";

  private DocumentNames() {}

  /** Is this the key of a PDF that every store can name? */
  static boolean isDocument(String key) {
    try {
      return ObjectKeys.check(key).toLowerCase(Locale.ROOT).endsWith(".pdf");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The channel in which it was shared: the second part of {@code slack/C012AB3CD/report.pdf}. */
  static Optional<String> channel(String key) {
    if (!key.startsWith(FROM_SLACK)) {
      return Optional.empty();
    }
    int end = key.indexOf('/', FROM_SLACK.length());
    return end < 0 ? Optional.empty() : Optional.of(key.substring(FROM_SLACK.length(), end));
  }

  /** A title for one that declares none: its file name, without the ending, in words. */
  static String title(String key) {
    String name = key.substring(key.lastIndexOf('/') + 1);
    String words = name.replaceFirst("(?i)\\.pdf$", "").replaceAll("[_\\-+.\\s]+", " ").strip();
    return words.isEmpty() ? name : words;
  }
}
