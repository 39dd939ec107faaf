package ragtime.answer;

import java.util.List;
import java.util.regex.Pattern;
import ragtime.index.Hit;

/**
 * Sets what others wrote apart from what a model is told: nothing in it can end its block or begin
 * another, and none of it is longer than is good.
 */
final class Fence {

  private static final int PASSAGE = 2_000;
  private static final int ALL = 16_000;
  private static final Pattern TAG =
      Pattern.compile(
          "<(?=\\s*/?\\s*(?:passages?|question|conversation|message)\\b)",
          Pattern.CASE_INSENSITIVE);

  private Fence() {}

  /** A text without any of our own tags, at most so long. */
  static String text(String text, int limit) {
    return cut(TAG.matcher(text).replaceAll("‹"), limit);
  }

  /** The hits as numbered blocks, as many as fit. */
  static String passages(List<Hit> hits) {
    StringBuilder blocks = new StringBuilder();
    for (int i = 0; i < hits.size(); i++) {
      String block = passage(i + 1, hits.get(i));
      if (i > 0 && blocks.length() + block.length() > ALL) {
        break;
      }
      blocks.append(block);
    }
    return blocks.toString().strip();
  }

  private static String passage(int n, Hit hit) {
    String section = String.join(" > ", hit.passage().headings());
    return "<passage number=\"%d\" document=\"%s\" page=\"%d\"%s>\n%s\n</passage>\n"
        .formatted(
            n,
            attribute(hit.document().title() + " (" + hit.document().key() + ")"),
            hit.passage().page(),
            section.isEmpty() ? "" : " section=\"" + attribute(section) + "\"",
            text(hit.passage().text(), PASSAGE));
  }

  private static String attribute(String value) {
    return cut(value.replaceAll("[\"<>\\p{Cntrl}]+", " "), 300);
  }

  private static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end) + "…";
  }
}
