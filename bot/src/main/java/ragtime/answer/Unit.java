package ragtime.answer;

import java.util.List;
import ragtime.index.Hit;

/**
 * A piece of a passage that can be quoted by itself.
 *
 * @param hit the passage it is part of
 * @param rank the passage's place among the hits, counted from 0
 * @param place its place in the passage, counted from 0; the heading has -1
 * @param kind what it is
 * @param text its words, as they stand in the passage
 * @param leadIn what introduces it: the head of its table, the sentence before its list, the
 *     question that it answers; or empty
 * @param before the sentence before it in the same paragraph, or empty
 * @param after the sentence after it in the same paragraph, or empty
 */
record Unit(
    Hit hit,
    int rank,
    int place,
    Kind kind,
    String text,
    String leadIn,
    String before,
    String after) {

  enum Kind {
    HEADING,
    SENTENCE,
    ITEM,
    ROW
  }

  /** The heading it stands right under, or empty. */
  String heading() {
    List<String> headings = hit.passage().headings();
    return headings.isEmpty() || kind == Kind.HEADING ? "" : headings.getLast();
  }

  /** The headings further out, with the document's title and name. */
  String setting() {
    List<String> headings = hit.passage().headings();
    String outer = String.join("\n", headings.subList(0, Math.max(0, headings.size() - 1)));
    return outer
        + "\n"
        + hit.document().title()
        + "\n"
        + hit.document().key().replaceAll("[^\\p{L}\\p{N}]+", " ");
  }
}
