package ragtime.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import ragtime.library.Block;
import ragtime.library.Line;

/** Makes a table of its rows: joins the lines of wrapped cells, and finds the header. */
final class TableBuilder {
  static final String DIVIDER = " | ";

  private static final Pattern YEARS =
      Pattern.compile("\\(?(19|20)\\d\\d([-–/](19|20)?\\d\\d)?\\)?[a-z*]?");
  private static final Pattern SIGN_BEFORE = Pattern.compile("([$€£¥]) (?=[\\d(])");
  private static final Pattern SIGN_AFTER = Pattern.compile("(?<=[\\d)]) %");
  private static final Pattern YEAR = Pattern.compile("\\b(19|20)\\d\\d\\b");

  private TableBuilder() {}

  static Block.Table table(List<Row> rows, Turn turn) {
    List<Row> whole = unwrapped(rows);
    List<Line> lines = new ArrayList<>();
    for (Row row : whole) {
      Segment all = row.joined(DIVIDER);
      lines.add(new Line(tidy(all.text()), turn.box(all.x0(), all.top(), all.x1(), all.bottom())));
    }
    return new Block.Table(lines, headerRows(whole));
  }

  /** Signs stand beside their numbers, whatever the gap between them was. */
  private static String tidy(String text) {
    String plain = text.replace("\u00ad", "");
    return SIGN_AFTER.matcher(SIGN_BEFORE.matcher(plain).replaceAll("$1")).replaceAll("%");
  }

  private static List<Row> unwrapped(List<Row> rows) {
    float rowStep = rowStep(rows);
    List<Row> whole = new ArrayList<>();
    float y = 0;
    for (Row row : rows) {
      Row above = whole.isEmpty() ? null : whole.getLast();
      float step = row.y() - y;
      y = row.y();
      if (above != null && step < 1.6f * row.size()) {
        if (wrapsLabel(above, row) || continuesLabel(above, row) || labels(above, row)) {
          whole.set(whole.size() - 1, withLabel(above, row));
          continue;
        }
        if (continuesCells(above, row, step < 0.85f * rowStep)) {
          whole.set(whole.size() - 1, withCells(above, row));
          continue;
        }
      }
      whole.add(row);
    }
    return whole;
  }

  /** How far apart rows stand as a rule; lines of one cell stand closer where cells are padded. */
  private static float rowStep(List<Row> rows) {
    List<Float> steps = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      steps.add(rows.get(i).y() - rows.get(i - 1).y());
    }
    steps.sort(null);
    return steps.isEmpty() ? 0 : steps.get(steps.size() * 2 / 3);
  }

  /** A label alone on its line that goes on in the next, before the numbers. */
  private static boolean wrapsLabel(Row above, Row row) {
    return above.single()
        && !above.first().text().endsWith(":")
        && Math.abs(above.x0() - row.x0()) < 2.5f * row.size()
        && startsLowerCase(row);
  }

  /** The rest of a label, below a line that has the numbers already. */
  private static boolean continuesLabel(Row above, Row row) {
    return row.single()
        && startsLowerCase(row)
        && row.x0() > above.x0() - 2
        && row.x0() < above.first().x1()
        && (above.single() || row.x1() < above.segments().get(1).x1());
  }

  /** Amounts alone on their line, below the label they belong to. */
  private static boolean labels(Row above, Row row) {
    return above.single()
        && !above.first().isNumeric()
        && !above.first().text().endsWith(":")
        && above.x1() < row.x0()
        && row.segments().stream().allMatch(s -> s.isNumeric() && !isYear(s));
  }

  private static boolean isYear(Segment s) {
    return YEARS.matcher(s.text()).matches();
  }

  private static boolean startsLowerCase(Row row) {
    return Character.isLowerCase(row.first().text().charAt(0));
  }

  private static Row withLabel(Row above, Row row) {
    List<Segment> cells = new ArrayList<>();
    boolean amountsOnly = labels(above, row);
    cells.add(amountsOnly ? above.first() : above.first().join(" ", row.first()));
    cells.addAll(above.segments().subList(1, above.segments().size()));
    cells.addAll(row.segments().subList(amountsOnly ? 0 : 1, row.segments().size()));
    return new Row(cells);
  }

  /**
   * Lines of wrapped text, each below a cell of the row above: in columns after the first, in
   * mid-sentence, or closer to the row above than rows are.
   */
  private static boolean continuesCells(Row above, Row row, boolean close) {
    boolean inWords =
        row.segments().stream().allMatch(s -> Character.isLowerCase(s.text().charAt(0)));
    if (above.single() || row.x0() < above.first().x1() && !inWords && !close) {
      return false;
    }
    for (Segment s : row.segments()) {
      if (s.isNumeric() && !close || below(above, s) < 0) {
        return false;
      }
    }
    return close || !above.first().isNumeric();
  }

  /** The only cell above this segment, or -1. */
  private static int below(Row above, Segment s) {
    int found = -1;
    for (int i = 0; i < above.segments().size(); i++) {
      Segment cell = above.segments().get(i);
      if (cell.x0() < s.x1() && cell.x1() > s.x0()) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return found;
  }

  private static Row withCells(Row above, Row row) {
    List<Segment> cells = new ArrayList<>(above.segments());
    for (Segment s : row.segments()) {
      int at = below(above, s);
      cells.set(at, cells.get(at).join(" ", s));
    }
    return new Row(cells);
  }

  /** The rows before the first that has numbers beside a label; or a first row that is bold. */
  private static int headerRows(List<Row> rows) {
    float left = rows.stream().map(Row::x0).min(Float::compare).orElse(0f);
    int data = 0;
    while (data < rows.size() && !hasAmounts(rows.get(data), left)) {
      data++;
    }
    if (data == rows.size()) {
      return rows.size() > 1 && rows.get(0).bold() && !rows.get(1).bold() ? 1 : 0;
    }
    int header = 0;
    while (header < Math.min(data, 4) && namesColumns(rows.get(header), left)) {
      header++;
    }
    while (header > 0 && rows.get(header - 1).single() && rows.get(header - 1).x0() < left + 60) {
      header--;
    }
    return header;
  }

  private static boolean namesColumns(Row row, float left) {
    return row.bold()
        || row.x0() > left + 60
        || row.first().text().startsWith("(")
        || row.segments().stream().skip(1).anyMatch(s -> YEAR.matcher(s.text()).find());
  }

  private static boolean hasAmounts(Row row, float left) {
    return row.x0() < left + 60
        && row.segments().stream().skip(1).anyMatch(s -> s.isNumeric() && !isYear(s));
  }
}
