package ragtime.pdf;

import java.util.List;

/** What stands on one side of a gutter, measured. */
record ColumnSide(
    List<Row> rows, float x0, float x1, float size, float wordsPerLine, float full, float digits) {

  static ColumnSide of(List<Row> rows) {
    float x0 = Float.MAX_VALUE;
    float x1 = -Float.MAX_VALUE;
    float size = 0;
    float widest = 0;
    int words = 0;
    int digits = 0;
    int length = 0;
    int segments = 0;
    for (Row row : rows) {
      x0 = Math.min(x0, row.x0());
      x1 = Math.max(x1, row.x1());
      for (Segment s : row.segments()) {
        widest = Math.max(widest, s.width());
        size = Math.max(size, s.size());
        words += s.words();
        digits += s.digits();
        length += s.text().length();
        segments++;
      }
    }
    int full = 0;
    for (Row row : rows) {
      for (Segment s : row.segments()) {
        full += s.width() > 0.6f * widest ? 1 : 0;
      }
    }
    return new ColumnSide(
        rows,
        x0,
        x1,
        size,
        (float) words / Math.max(1, segments),
        (float) full / Math.max(1, segments),
        (float) digits / Math.max(1, length));
  }

  int lines() {
    return rows.size();
  }

  /** Mostly full lines of several words. */
  boolean isProse() {
    return wordsPerLine >= 3.2f && full >= 0.5f && digits < 0.2f;
  }

  boolean isText() {
    return wordsPerLine >= 1.8f && digits < 0.3f;
  }

  boolean isNumbers() {
    return digits > 0.4f;
  }

  /** How many of the shorter side's lines have a line of the other side on their baseline. */
  float sharedBaselines(ColumnSide other) {
    ColumnSide few = lines() <= other.lines() ? this : other;
    ColumnSide many = few == this ? other : this;
    int shared = 0;
    int m = 0;
    for (Row row : few.rows) {
      while (m < many.lines() && many.rows.get(m).y() < row.y() - 1) {
        m++;
      }
      shared += m < many.lines() && Math.abs(many.rows.get(m).y() - row.y()) <= 1 ? 1 : 0;
    }
    return (float) shared / Math.max(1, few.lines());
  }

  /** Whether this side's lines are labels of paragraphs that stand on the other. */
  boolean labels(ColumnSide other) {
    return sharedBaselines(other) > 0.9f && lines() < 0.6f * other.lines();
  }
}
