package ragtime.answer;

import java.util.ArrayList;
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
        .map(Quotation::flat)
        .collect(Collectors.joining("\n> "));
  }

  /** A row with the heads of its columns, where every cell has one. */
  private String row() {
    List<String> heads = Chunk.cells(head);
    List<String> cells = Chunk.cells(text);
    if (heads.size() != cells.size() || cells.size() < 2) {
      return flat(head) + "\n> " + flat(text);
    }
    List<String> named = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        String name = flat(heads.get(i));
        named.add(name.isEmpty() ? flat(cells.get(i)) : name + ": " + flat(cells.get(i)));
      }
    }
    return String.join(" · ", named);
  }

  /** On one line, and without anything that looks like a citation of ours. */
  private static String flat(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return BRACKETED_NUMBER.matcher(line).replaceAll("\\\\[$1\\\\]");
  }
}
