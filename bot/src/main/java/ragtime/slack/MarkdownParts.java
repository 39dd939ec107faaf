package ragtime.slack;

import java.util.ArrayList;
import java.util.List;
import ragtime.slack.MarkdownUnits.Kind;
import ragtime.slack.MarkdownUnits.Unit;

/**
 * Splits Markdown into parts that each stand alone. Code, tables and lists stay whole if they fit;
 * of those that don't, code is closed and opened again, a table repeats its heading, a list is cut
 * between its items. But for what is so repeated, the parts put together are the text.
 */
final class MarkdownParts {
  private final int limit;
  private final List<String> parts = new ArrayList<>();
  private final StringBuilder part = new StringBuilder();

  private MarkdownParts(int limit) {
    this.limit = limit;
  }

  /** The text in parts of at most so many characters; none for a blank text. */
  static List<String> split(String text, int limit) {
    if (limit < 40) {
      throw new IllegalArgumentException("Parts of " + limit + " characters are too short");
    }
    if (text.isBlank()) {
      return List.of();
    }
    MarkdownParts split = new MarkdownParts(limit);
    for (Unit unit : MarkdownUnits.of(MarkdownUnits.closed(text))) {
      split.add(unit);
    }
    split.cut();
    return List.copyOf(split.parts);
  }

  private void add(Unit unit) {
    String text = unit.text();
    if (part.length() + text.length() <= limit) {
      part.append(text);
    } else if (text.length() <= limit) {
      cut();
      part.append(text);
    } else {
      addPiecewise(unit);
    }
  }

  private void addPiecewise(Unit unit) {
    List<String> lines = unit.lines();
    if (unit.kind() == Kind.FENCE && lines.getFirst().length() < limit / 4) {
      cut();
      addCode(lines);
    } else if (unit.kind() == Kind.TABLE
        && lines.size() > 2
        && lines.get(0).length() + lines.get(1).length() < limit / 2) {
      cut();
      addTable(lines);
    } else if (unit.kind() == Kind.LIST) {
      items(lines).forEach(this::addText);
    } else {
      addText(unit.text());
    }
  }

  private void addCode(List<String> lines) {
    String opening = lines.getFirst();
    String fence = opening.strip().replaceAll("[^`~].*", "");
    int last = lines.size() - 1;
    while (last > 0 && !lines.get(last).strip().startsWith(fence)) {
      last--;
    }
    int room = limit - fence.length() - 2;
    part.append(opening);
    for (String line : lines.subList(1, last)) {
      for (String piece : Prose.pieces(line, room - opening.length())) {
        if (part.length() + piece.length() > room) {
          endLine();
          part.append(fence).append('\n');
          cut();
          part.append(opening);
        }
        part.append(piece);
      }
    }
    endLine();
    part.append(fence).append('\n');
    addText(String.join("", lines.subList(last + 1, lines.size())));
  }

  private void endLine() {
    if (part.charAt(part.length() - 1) != '\n') {
      part.append('\n');
    }
  }

  private void addTable(List<String> lines) {
    String heading = lines.get(0) + lines.get(1);
    part.append(heading);
    for (String line : lines.subList(2, lines.size())) {
      if (heading.length() + line.length() > limit) {
        addText(line);
        continue;
      }
      if (part.length() + line.length() > limit) {
        cut();
        part.append(heading);
      }
      part.append(line);
    }
  }

  private static List<String> items(List<String> lines) {
    List<String> items = new ArrayList<>();
    StringBuilder item = new StringBuilder();
    for (String line : lines) {
      if (MarkdownUnits.isItem(line) && !item.isEmpty()) {
        items.add(item.toString());
        item.setLength(0);
      }
      item.append(line);
    }
    items.add(item.toString());
    return items;
  }

  private void addText(String text) {
    if (part.length() + text.length() <= limit) {
      part.append(text);
      return;
    }
    cut();
    for (String piece : Prose.pieces(text, limit)) {
      if (part.length() + piece.length() > limit) {
        cut();
      }
      part.append(piece);
    }
  }

  private void cut() {
    if (!part.toString().isBlank()) {
      parts.add(part.toString());
      part.setLength(0);
    } else if (!part.isEmpty() && !parts.isEmpty()) {
      part.setLength(0);
    }
  }
}
