package ragtime.answer;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ragtime.index.Hit;

/**
 * Words of a passage that answer a question.
 *
 * @param hit the passage
 * @param text the words as they stand in it
 * @param heading the heading needed to understand them, or empty
 * @param head the head of the table that they are a row of, or empty
 */
record Quotation(Hit hit, String text, String heading, String head) {

  private static final Pattern BRACKETED_NUMBER = Pattern.compile("\\[(\\s*\\d[\\d\\s,;]*)]");

  /** The quotation as a block of Markdown, with its number. */
  String markdown(int n) {
    String words = head.isEmpty() ? lines(text) : row();
    String before = heading.isEmpty() ? "" : "**" + flat(heading) + "**\n> ";
    return "> " + before + words + " [" + n + "]";
  }

  private static String lines(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .map(line -> flat(String.join(" · ", Chunk.cells(line))))
        .collect(Collectors.joining("\n> "));
  }

  /** A row with the heads of its columns, where every cell has one. */
  private String row() {
    List<String> named = Chunk.named(head, text);
    return named.isEmpty() ? flat(head) + "\n> " + flat(text) : flat(String.join(" · ", named));
  }

  /** On one line, and without anything that looks like a citation of ours. */
  private static String flat(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return BRACKETED_NUMBER.matcher(line).replaceAll("\\\\[$1\\\\]");
  }
}
