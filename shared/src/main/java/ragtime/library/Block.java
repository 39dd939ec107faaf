package ragtime.library;

import java.util.List;
import java.util.stream.Collectors;

/** A piece of a page in reading order, with the lines it is set in. */
public sealed interface Block {

  /** Its lines from top to bottom, at least one. */
  List<Line> lines();

  /** What it says: prose in one line, tables and code line by line. */
  String text();

  /** The smallest box around its lines. */
  default Box box() {
    return lines().stream().map(Line::box).reduce(Box::union).orElseThrow();
  }

  /**
   * A title above what follows.
   *
   * @param level 1 for the outermost, at most 6
   */
  record Heading(int level, List<Line> lines) implements Block {
    public Heading {
      if (level < 1 || level > 6) {
        throw new IllegalArgumentException("Headings have levels 1 to 6, not " + level);
      }
      lines = atLeastOne(lines);
    }

    @Override
    public String text() {
      return join(lines, " ");
    }
  }

  /** Running text. A word that was hyphenated at a line's end stands whole on the first line. */
  record Paragraph(List<Line> lines) implements Block {
    public Paragraph {
      lines = atLeastOne(lines);
    }

    @Override
    public String text() {
      return join(lines, " ");
    }
  }

  /** One item of a list, with its bullet or number. */
  record ListItem(List<Line> lines) implements Block {
    public ListItem {
      lines = atLeastOne(lines);
    }

    @Override
    public String text() {
      return join(lines, " ");
    }
  }

  /**
   * Rows whose cells stand in columns; each line is one row.
   *
   * @param headerRows how many of the first rows name the columns; may be 0
   */
  record Table(List<Line> lines, int headerRows) implements Block {
    public Table {
      lines = atLeastOne(lines);
      if (headerRows < 0 || headerRows > lines.size()) {
        throw new IllegalArgumentException("A table has no more header rows than rows");
      }
    }

    @Override
    public String text() {
      return join(lines, "\n");
    }
  }

  /** Lines whose breaks matter, set in a fixed-width font. */
  record Code(List<Line> lines) implements Block {
    public Code {
      lines = atLeastOne(lines);
    }

    @Override
    public String text() {
      return join(lines, "\n");
    }
  }

  private static List<Line> atLeastOne(List<Line> lines) {
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("A block has at least one line");
    }
    return List.copyOf(lines);
  }

  private static String join(List<Line> lines, String separator) {
    return lines.stream().map(Line::text).collect(Collectors.joining(separator));
  }
}
