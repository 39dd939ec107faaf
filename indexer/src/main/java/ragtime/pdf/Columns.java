package ragtime.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the columns of a page: cuts its rows into regions that are read one after the other.
 *
 * <p>What tells columns from a table is prose on both sides of the gutter, or lines that do not
 * share their baselines: the cells of a table's row do.
 */
final class Columns {
  private static final int FEWEST_LINES = 4;
  private static final int DEEPEST = 6;

  private Columns() {}

  static List<List<Row>> regions(List<Row> rows) {
    List<List<Row>> regions = new ArrayList<>();
    cut(rows, regions, 0);
    return regions;
  }

  private static void cut(List<Row> rows, List<List<Row>> regions, int depth) {
    if (rows.isEmpty()) {
      return;
    }
    Gutter gutter = depth < DEEPEST ? best(rows) : null;
    if (gutter == null) {
      regions.add(rows);
      return;
    }
    cut(rows.subList(0, gutter.from()), regions, depth + 1);
    List<Row> between = rows.subList(gutter.from(), gutter.to());
    cut(side(between, gutter.x(), true), regions, depth + 1);
    cut(side(between, gutter.x(), false), regions, depth + 1);
    cut(rows.subList(gutter.to(), rows.size()), regions, depth + 1);
  }

  /** A vertical line at x that no segment of the rows [from, to) crosses. */
  private record Gutter(float x, int from, int to) {}

  private static @org.jspecify.annotations.Nullable Gutter best(List<Row> rows) {
    Gutter best = null;
    float bestHeight = 0;
    for (float x : candidates(rows)) {
      int from = 0;
      for (int i = 0; i <= rows.size(); i++) {
        if (i == rows.size() || crosses(rows.get(i), x)) {
          if (i - from >= FEWEST_LINES) {
            Gutter gutter = trimmed(rows, x, from, i);
            float height = gutter == null ? 0 : height(rows, gutter);
            if (gutter != null && height > bestHeight && divides(rows, gutter)) {
              best = gutter;
              bestHeight = height;
            }
          }
          from = i + 1;
        }
      }
    }
    return best;
  }

  /** Left edges that several segments share, but those of the leftmost column. */
  private static List<Float> candidates(List<Row> rows) {
    float leftmost = Float.MAX_VALUE;
    List<Float> edges = new ArrayList<>();
    for (Row row : rows) {
      leftmost = Math.min(leftmost, row.x0());
      for (Segment s : row.segments()) {
        edges.add(s.x0());
      }
    }
    edges.sort(null);
    List<Float> candidates = new ArrayList<>();
    for (int i = 0; i < edges.size(); ) {
      float edge = edges.get(i);
      int same = i;
      while (same < edges.size() && edges.get(same) - edge < 3) {
        same++;
      }
      if (same - i >= FEWEST_LINES - 1 && edge > leftmost + 40) {
        candidates.add(edge - 1);
      }
      i = same;
    }
    return candidates;
  }

  private static boolean crosses(Row row, float x) {
    for (Segment s : row.segments()) {
      if (s.x0() < x && s.x1() > x) {
        return true;
      }
    }
    return false;
  }

  /** The gutter without rows at its ends that stand on one side only and could go either way. */
  private static @org.jspecify.annotations.Nullable Gutter trimmed(
      List<Row> rows, float x, int from, int to) {
    int start = from;
    while (start < to && !reachesRight(rows.get(start), x)) {
      start++;
    }
    return to - start >= FEWEST_LINES ? new Gutter(x, start, to) : null;
  }

  private static boolean reachesRight(Row row, float x) {
    return row.x1() > x;
  }

  private static float height(List<Row> rows, Gutter gutter) {
    return rows.get(gutter.to() - 1).y() - rows.get(gutter.from()).y();
  }

  private static boolean divides(List<Row> rows, Gutter gutter) {
    List<Row> between = rows.subList(gutter.from(), gutter.to());
    ColumnSide left = ColumnSide.of(side(between, gutter.x(), true));
    ColumnSide right = ColumnSide.of(side(between, gutter.x(), false));
    if (left.lines() < FEWEST_LINES - 1 || right.lines() < FEWEST_LINES - 1) {
      return false;
    }
    if (right.x0() - left.x1() < 0.9f * left.size() || left.isNumbers() || right.isNumbers()) {
      return false;
    }
    float shared = left.sharedBaselines(right);
    boolean proseBeside = left.isProse() && right.isProse();
    return proseBeside && !left.labels(right) || shared < 0.4f && left.isText() && right.isText();
  }

  private static List<Row> side(List<Row> rows, float x, boolean left) {
    List<Row> side = new ArrayList<>();
    for (Row row : rows) {
      List<Segment> kept =
          row.segments().stream().filter(s -> left ? s.x1() <= x : s.x0() >= x).toList();
      if (!kept.isEmpty()) {
        side.add(new Row(kept));
      }
    }
    return side;
  }
}
