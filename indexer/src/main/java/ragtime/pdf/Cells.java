package ragtime.pdf;

import java.util.ArrayList;
import java.util.List;

/** Joins segments that are one cell although there is a wide gap in them. */
final class Cells {
  private Cells() {}

  /** The row with list marks beside their items, and signs beside their numbers. */
  static Row tidy(Row row) {
    if (row.single()) {
      return row;
    }
    List<Segment> cells = new ArrayList<>();
    for (Segment segment : row.segments()) {
      Segment last = cells.isEmpty() ? null : cells.getLast();
      if (last == null) {
        cells.add(segment);
      } else if (cells.size() == 1 && Characters.isListMark(last.text()) && !isDash(last)) {
        cells.set(0, last.join(" ", segment));
      } else if (isSign(last.text()) && startsNumber(segment.text())) {
        cells.set(cells.size() - 1, last.join("", segment));
      } else if (isCloser(segment.text()) && segment.x0() - last.x1() < 2 * segment.size()) {
        cells.set(cells.size() - 1, last.join("", segment));
      } else {
        cells.add(segment);
      }
    }
    return new Row(cells);
  }

  private static boolean isDash(Segment s) {
    return s.text().equals("—") || s.text().equals("–");
  }

  private static boolean isSign(String text) {
    return text.equals("$")
        || text.equals("€")
        || text.equals("£")
        || text.equals("¥")
        || text.equals("(")
        || text.equals("$(")
        || text.equals("US$");
  }

  private static boolean startsNumber(String text) {
    char c = text.charAt(0);
    return Character.isDigit(c) || c == '(' || c == '.' || c == '—' || c == '–' || c == '-';
  }

  private static boolean isCloser(String text) {
    return text.equals("%") || text.equals(")") || text.equals(")%") || text.equals("%)");
  }
}
