package ragtime.pdf;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Mends words that were divided at the end of a line. */
final class Hyphens {
  private static final int MOST_WORDS = 100_000;

  private final Set<String> hyphenated = new HashSet<>();

  /** Learns which words the document writes with a hyphen in the middle of a line. */
  Hyphens(List<RawPage> document) {
    for (RawPage page : document) {
      for (RawPage.Direction direction : page.directions()) {
        for (Row row : direction.rows()) {
          for (Segment segment : row.segments()) {
            learn(segment.text());
          }
        }
      }
    }
  }

  private void learn(String text) {
    for (int at = text.indexOf('-'); at >= 0; at = text.indexOf('-', at + 1)) {
      int start = at;
      while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
        start--;
      }
      int end = at + 1;
      while (end < text.length() && Character.isLetter(text.charAt(end))) {
        end++;
      }
      if (start < at && end > at + 1 && hyphenated.size() < MOST_WORDS) {
        hyphenated.add(text.substring(start, end).toLowerCase(Locale.ROOT));
      }
    }
  }

  /**
   * Two lines of one paragraph; if a word was divided between them, it moves to the first whole.
   */
  record Mended(String first, String second) {}

  Mended mend(String first, String second) {
    if (first.isEmpty() || second.isEmpty()) {
      return new Mended(first, second);
    }
    char last = first.charAt(first.length() - 1);
    boolean hyphen = last == '-' || last == '‐' || last == '\u00ad';
    int before = first.length() - 1;
    boolean divided =
        hyphen
            && before > 0
            && Character.isLetter(first.charAt(before - 1))
            && Character.isLowerCase(second.charAt(0));
    if (!divided) {
      return new Mended(first, second);
    }
    int blank = second.indexOf(' ');
    String tail = blank < 0 ? second : second.substring(0, blank);
    String rest = blank < 0 ? "" : second.substring(blank + 1);
    int start = before;
    while (start > 0 && Character.isLetter(first.charAt(start - 1))) {
      start--;
    }
    String head = first.substring(start, before);
    boolean keep = last != '\u00ad' && isCompound(head, tail);
    return new Mended(first.substring(0, before) + (keep ? "-" : "") + tail, rest);
  }

  private boolean isCompound(String head, String tail) {
    int end = 0;
    while (end < tail.length() && Character.isLetter(tail.charAt(end))) {
      end++;
    }
    return hyphenated.contains((head + "-" + tail.substring(0, end)).toLowerCase(Locale.ROOT));
  }
}
