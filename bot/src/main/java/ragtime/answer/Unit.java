package ragtime.answer;

import java.util.List;
import java.util.regex.Pattern;
import ragtime.index.Hit;

/**
 * A piece of a passage that can be quoted by itself.
 *
 * @param hit the passage it is part of
 * @param rank the passage's place among the hits, counted from 0
 * @param kind what it is
 * @param text its words, as they stand in the passage; for one that introduces a list, with the
 *     list
 * @param heading the heading it stands right under, or empty
 * @param leadIn what introduces it: the head of its table, the sentence before its list, the
 *     question that it answers; or empty
 * @param before the sentence before it in the same paragraph, or empty
 * @param after the sentence after it in the same paragraph, or empty
 */
record Unit(
    Hit hit,
    int rank,
    Kind kind,
    String text,
    String heading,
    String leadIn,
    String before,
    String after) {

  private static final Pattern NO_WORD = Pattern.compile("\\.pdf$|[^\\p{L}\\p{N}]+");

  enum Kind {
    HEADING,
    SENTENCE,
    ITEM,
    ROW
  }

  /** Its words as they are understood: those of a row with the heads of its columns. */
  String words() {
    if (kind != Kind.ROW || Chunk.cells(leadIn).size() < 2) {
      return text;
    }
    List<String> named = Chunk.named(leadIn, text);
    // Where cells are missing, only the first is sure to stand under its head.
    return named.isEmpty()
        ? Chunk.cells(leadIn).getFirst() + ": " + text
        : String.join("\n", named);
  }

  /** The headings further out, with the document's title and name. */
  String setting() {
    String name = NO_WORD.matcher(hit.document().key()).replaceAll(" ");
    return String.join("\n", hit.passage().headings())
        + "\n"
        + hit.document().title()
        + "\n"
        + name;
  }
}
