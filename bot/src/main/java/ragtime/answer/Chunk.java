package ragtime.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paragraph, list item or row of a passage.
 *
 * @param start where it begins in the passage's text
 * @param text its words, as they stand there
 * @param kind what it is
 */
record Chunk(int start, String text, Unit.Kind kind) {

  private static final int HEADING = 100;
  private static final int COLUMN_NAME = 45;
  private static final Pattern SAYS = Pattern.compile("[\\p{L}\\d]");
  private static final Pattern FIGURE = Pattern.compile("\\d\\d|^\\W*\\d|[€$£]\\s?\\d");
  private static final Pattern AMOUNTS =
      Pattern.compile("(?:[\\s$€£¥()\\[\\].,%+*–—-]|\\d)*\\d(?:[\\s$€£¥()\\[\\].,%*–—-]|\\d)*");
  private static final Pattern CONTENTS =
      Pattern.compile("\\d+(?:\\.\\d+)*\\.?\\s*\\|\\s*\\p{L}[^|\\d]*(?:\\|\\s*\\d{1,3})?");
  private static final Pattern LINE = Pattern.compile("[^\\n\\r]+");
  private static final Pattern LABEL =
      Pattern.compile(
          "^\\s*(?:(?:[●•▪◦‣–—*·○■□✓✔➢►-]|\\(?\\d{1,2}[.)]|\\(?[a-zA-Z][.)])\\s+)+|^\\s*[A-Z]:\\s+");
  private static final Pattern CELLS = Pattern.compile("\\s*\\|\\s*|\\t+|\\s{3,}");
  private static final Pattern ENDED = Pattern.compile("[.!?:;|]\\s*$");

  /** The cells of a row of a table; a single one if the line is none. */
  static List<String> cells(String line) {
    return List.of(CELLS.split(line.strip(), -1));
  }

  /** The cells of a row, each after the head of its column; empty unless every cell has one. */
  static List<String> named(String head, String row) {
    List<String> heads = cells(head);
    List<String> cells = cells(row);
    if (heads.size() != cells.size() || cells.size() < 2) {
      return List.of();
    }
    List<String> named = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        named.add(heads.get(i).isBlank() ? cells.get(i) : heads.get(i) + ": " + cells.get(i));
      }
    }
    return named;
  }

  /** Does a table's first row name its columns? Not if it holds figures or whole sentences. */
  boolean namesColumns() {
    return cells(text).stream()
        .allMatch(cell -> cell.length() <= COLUMN_NAME && !FIGURE.matcher(cell).find());
  }

  /** Is a row made of words and, after them, nothing but figures? */
  static boolean figures(String row) {
    List<String> cells = cells(row);
    List<String> values = cells.stream().skip(1).filter(cell -> SAYS.matcher(cell).find()).toList();
    return !values.isEmpty() && values.stream().allMatch(cell -> AMOUNTS.matcher(cell).matches());
  }

  /** Is a row a line of a list of contents: a number, a title and perhaps a page? */
  boolean lists() {
    return CONTENTS.matcher(text.strip()).matches();
  }

  int end() {
    return start + text.length();
  }

  /** Where its words begin in its text, after a bullet or number. */
  int afterLabel() {
    Matcher label = LABEL.matcher(text);
    return label.find() && label.end() < text.length() ? label.end() : 0;
  }

  /** A passage's blocks; lines that were only broken to fit the page are one. */
  static List<Chunk> of(String passage) {
    List<Chunk> blocks = new ArrayList<>();
    Matcher line = LINE.matcher(passage);
    while (line.find()) {
      if (line.group().isBlank()) {
        continue;
      }
      Chunk next = new Chunk(line.start(), line.group(), kind(line.group()));
      if (!blocks.isEmpty() && next.continues(blocks.getLast())) {
        Chunk first = blocks.removeLast();
        next = new Chunk(first.start, passage.substring(first.start, line.end()), first.kind);
      }
      blocks.add(next);
    }
    return blocks;
  }

  /** Does it look like a heading of what follows it? */
  boolean heads(Chunk next) {
    String line = text.strip();
    return kind == Unit.Kind.SENTENCE
        && line.length() <= HEADING
        && !ENDED.matcher(line).find()
        && !Character.isLowerCase(line.codePointAt(0))
        && (next.kind != Unit.Kind.SENTENCE
            || !Character.isLowerCase(next.text.strip().codePointAt(0)));
  }

  private boolean continues(Chunk before) {
    return kind == Unit.Kind.SENTENCE
        && before.kind != Unit.Kind.ROW
        && Character.isLowerCase(text.strip().codePointAt(0))
        && !ENDED.matcher(before.text).find();
  }

  private static Unit.Kind kind(String line) {
    if (cells(line).size() > 1) {
      return Unit.Kind.ROW;
    }
    return LABEL.matcher(line).find() ? Unit.Kind.ITEM : Unit.Kind.SENTENCE;
  }
}
