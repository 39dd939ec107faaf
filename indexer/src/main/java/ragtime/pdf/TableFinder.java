package ragtime.pdf;

import java.util.List;

/** Finds the rows that are a table: neighbouring rows whose cells stand in the same columns. */
final class TableFinder {
  private static final float TOLERANCE = 4;

  private TableFinder() {}

  /** Where the table that begins at this row ends; the row itself if none begins there. */
  static int end(List<Row> rows, int from, Gaps gaps, DocumentStyle style) {
    if (!beginsTable(rows, from)) {
      return from;
    }
    int end = from;
    int tabular = 0;
    int aligned = 0;
    Row last = rows.get(from);
    for (int i = from; i < rows.size() && i - end <= 2; i++) {
      Row row = rows.get(i);
      if (i > from && row.y() - rows.get(i - 1).y() > 4.5f * gaps.leading() * row.size()) {
        break;
      }
      if (row.single()) {
        if (isProse(row, rows) || tabular > 0 && isHeading(rows, i, last, style)) {
          break;
        }
        continue;
      }
      aligned += tabular > 0 && alike(last, row) ? 1 : 0;
      tabular++;
      last = row;
      end = i + 1;
    }
    return tabular >= 2 && aligned * 2 >= tabular - 1 ? end : from;
  }

  /** A title between two tables, and not the label of a group of rows: larger, or set off. */
  private static boolean isHeading(List<Row> rows, int at, Row tabular, DocumentStyle style) {
    Row row = rows.get(at);
    float step = row.y() - rows.get(at - 1).y();
    boolean larger = row.size() > 1.08f * tabular.size();
    return style.standsOut(row) && (larger || row.bold() && step > 2.2f * row.size());
  }

  /** Where the rows end that have several cells: for pages that are known to be one list. */
  static int run(List<Row> rows, int from) {
    int end = from;
    while (end < rows.size() && !rows.get(end).single()) {
      end++;
    }
    return end;
  }

  private static boolean beginsTable(List<Row> rows, int from) {
    Row row = rows.get(from);
    if (!row.single()) {
      return true;
    }
    // A caption above the columns it belongs to, such as "Years ended December 31,".
    return from + 1 < rows.size()
        && !rows.get(from + 1).single()
        && rows.get(from + 1).y() - row.y() < 2 * row.size()
        && row.x0() > rows.get(from + 1).first().x1()
        && row.x0() > rows.get(Math.min(from + 2, rows.size() - 1)).first().x0() + 100;
  }

  private static boolean isProse(Row row, List<Row> rows) {
    float left = Float.MAX_VALUE;
    float right = 0;
    for (Row r : rows) {
      left = Math.min(left, r.x0());
      right = Math.max(right, r.x1());
    }
    return row.x1() - row.x0() > 0.8f * (right - left) && row.first().words() > 8;
  }

  /** Whether some cell after the first begins, ends or is centred where one of the other row is. */
  private static boolean alike(Row a, Row b) {
    for (Segment s : a.segments().subList(1, a.segments().size())) {
      for (Segment t : b.segments().subList(1, b.segments().size())) {
        if (Math.abs(s.x0() - t.x0()) < TOLERANCE
            || Math.abs(s.x1() - t.x1()) < TOLERANCE
            || Math.abs(s.x0() + s.x1() - t.x0() - t.x1()) < 2 * TOLERANCE) {
          return true;
        }
      }
    }
    return false;
  }
}
