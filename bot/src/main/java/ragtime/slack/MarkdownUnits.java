package ragtime.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes Markdown apart into the units that a reader wants whole; put together they are the text.
 */
final class MarkdownUnits {
  private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})([^`\\n]*)\\n?");
  private static final Pattern ITEM = Pattern.compile(" {0,3}(?:[-*+]|\\d{1,9}[.)])[ \\t].*\\n?");

  /** What a unit is. */
  enum Kind {
    FENCE,
    TABLE,
    LIST,
    PARAGRAPH
  }

  /**
   * Whole lines of the text, with the blank lines that follow them.
   *
   * @param kind what it is
   * @param lines its lines, each with its line break
   */
  record Unit(Kind kind, List<String> lines) {
    Unit {
      lines = List.copyOf(lines);
    }

    String text() {
      return String.join("", lines);
    }
  }

  private MarkdownUnits() {}

  /** The fence that a line opens, or nothing. */
  private static String opens(String line) {
    Matcher matcher = FENCE.matcher(line);
    return matcher.matches() ? matcher.group(1) : "";
  }

  private static boolean closes(String line, String fence) {
    String bare = line.strip();
    return bare.length() >= fence.length()
        && bare.chars().allMatch(c -> c == fence.charAt(0))
        && line.indexOf(fence.charAt(0)) < 4;
  }

  /** The text with a fence that it left open closed. */
  static String closed(String text) {
    String open = "";
    for (String line : lines(text)) {
      if (open.isEmpty()) {
        open = opens(line);
      } else if (closes(line, open)) {
        open = "";
      }
    }
    return open.isEmpty() ? text : text + (text.endsWith("\n") ? "" : "\n") + open;
  }

  /** The lines of a text, each with its line break. */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, next));
      start = next;
    }
    return lines;
  }

  /** The units of a text whose fences are closed. */
  static List<Unit> of(String text) {
    List<String> lines = lines(text);
    List<Unit> units = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      Kind kind = kind(lines.get(at));
      int end = end(lines, at, kind);
      while (end < lines.size() && lines.get(end).isBlank()) {
        end++;
      }
      units.add(new Unit(kind, lines.subList(at, end)));
      at = end;
    }
    return units;
  }

  private static Kind kind(String line) {
    if (!opens(line).isEmpty()) {
      return Kind.FENCE;
    }
    if (line.stripLeading().startsWith("|")) {
      return Kind.TABLE;
    }
    return isItem(line) ? Kind.LIST : Kind.PARAGRAPH;
  }

  static boolean isItem(String line) {
    return ITEM.matcher(line).matches();
  }

  private static int end(List<String> lines, int start, Kind kind) {
    int at = start + 1;
    if (kind == Kind.FENCE) {
      String fence = opens(lines.get(start));
      while (at < lines.size() && !closes(lines.get(at), fence)) {
        at++;
      }
      return Math.min(at + 1, lines.size());
    }
    while (at < lines.size() && belongs(lines.get(at), kind)) {
      at++;
    }
    return at;
  }

  private static boolean belongs(String line, Kind unit) {
    if (line.isBlank()) {
      return false;
    }
    Kind kind = kind(line);
    return kind == unit || (unit == Kind.LIST && kind == Kind.PARAGRAPH);
  }
}
