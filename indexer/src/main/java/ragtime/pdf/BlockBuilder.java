package ragtime.pdf;

import java.util.ArrayList;
import java.util.List;
import ragtime.library.Block;
import ragtime.library.Line;

/** Makes blocks of one column's rows. */
final class BlockBuilder {
  private static final int LONGEST_HEADING = 3;

  private final DocumentStyle style;
  private final Hyphens hyphens;
  private final Turn turn;
  private final boolean contents;

  BlockBuilder(DocumentStyle style, Hyphens hyphens, Turn turn, boolean contents) {
    this.style = style;
    this.hyphens = hyphens;
    this.turn = turn;
    this.contents = contents;
  }

  void build(List<Row> region, List<Block> to) {
    List<Row> rows = region.stream().map(Cells::tidy).toList();
    Gaps gaps = Gaps.of(rows);
    float right = rows.stream().map(Row::x1).max(Float::compare).orElse(0f);
    for (int i = 0; i < rows.size(); ) {
      int end = contents ? TableFinder.run(rows, i) : TableFinder.end(rows, i, gaps, style);
      if (end > i) {
        to.add(TableBuilder.table(rows.subList(i, end), turn));
      } else if (style.isCode(rows.get(i))) {
        end = codeEnd(rows, i, gaps);
        to.add(new Block.Code(codeLines(rows.subList(i, end))));
      } else if (isHeading(rows, i)) {
        end = headingEnd(rows, i, gaps);
        List<Line> lines = mended(rows.subList(i, end));
        to.add(new Block.Heading(style.level(rows.get(i)), lines));
      } else {
        end = paragraphEnd(rows, i, gaps, right);
        List<Line> lines = mended(rows.subList(i, end));
        to.add(startsItem(rows.get(i)) ? new Block.ListItem(lines) : new Block.Paragraph(lines));
      }
      i = end;
    }
  }

  private boolean isHeading(List<Row> rows, int i) {
    Row row = rows.get(i);
    if (contents || !row.single() || !style.standsOut(row) || startsBullet(row)) {
      return false;
    }
    // Four lines that stand out are a paragraph in bold.
    int same = i;
    while (same < rows.size()
        && same - i <= LONGEST_HEADING
        && alike(row, rows.get(same))
        && style.standsOut(rows.get(same))) {
      same++;
    }
    return same - i <= LONGEST_HEADING || row.size() > 1.5f * style.bodySize();
  }

  private static boolean alike(Row a, Row b) {
    return b.single()
        && a.style() == b.style()
        && Math.abs(a.size() - b.size()) < 0.6f
        && b.y() - a.y() < 5 * a.size() * LONGEST_HEADING;
  }

  private int headingEnd(List<Row> rows, int from, Gaps gaps) {
    int end = from + 1;
    while (end < rows.size()
        && end - from < LONGEST_HEADING
        && alike(rows.get(from), rows.get(end))
        && style.standsOut(rows.get(end))
        && !startsItem(rows.get(end))
        && !gaps.divides(rows.get(end - 1), rows.get(end))
        && continues(rows.get(end - 1), rows.get(end))) {
      end++;
    }
    return end;
  }

  /**
   * Whether a heading goes on in the next line: it was full, or the next begins in mid-sentence.
   */
  private static boolean continues(Row above, Row below) {
    char first = below.first().text().charAt(0);
    return above.x1() - above.x0() > 0.75f * (below.x1() - below.x0())
        && !above.last().text().endsWith(":")
        && (Character.isLowerCase(first)
            || Math.abs(above.x0() + above.x1() - below.x0() - below.x1()) < 20
            || Math.abs(above.x0() - below.x0()) < 2 && above.x1() - above.x0() > 200);
  }

  private int paragraphEnd(List<Row> rows, int from, Gaps gaps, float right) {
    int end = from + 1;
    while (end < rows.size() && !breaks(rows, end, from, gaps, right)) {
      end++;
    }
    return end;
  }

  private boolean breaks(List<Row> rows, int at, int from, Gaps gaps, float right) {
    Row above = rows.get(at - 1);
    Row row = rows.get(at);
    if (gaps.divides(above, row) || startsItem(row) || style.isCode(row)) {
      return true;
    }
    if (Math.abs(row.size() - above.size()) > 0.12f * above.size() || row.bold() != above.bold()) {
      return true;
    }
    if (isHeading(rows, at) || TableFinder.end(rows, at, gaps, style) > at) {
      return true;
    }
    boolean ended = ".:!?".indexOf(lastOf(above)) >= 0;
    float width = right - rows.get(from).x0();
    boolean shortLine = above.x1() < right - 0.25f * width;
    boolean indented = row.x0() > above.x0() + 0.8f * row.size();
    boolean hanging = startsItem(rows.get(from)) && at == from + 1;
    boolean outdented = startsItem(rows.get(from)) && row.x0() < rows.get(from).x0() + 1;
    return ended && (shortLine || indented && !hanging || outdented);
  }

  private static char lastOf(Row row) {
    String text = row.last().text();
    return text.charAt(text.length() - 1);
  }

  private static boolean startsItem(Row row) {
    String text = row.first().text();
    int blank = text.indexOf(' ');
    return blank > 0 && Characters.isListMark(text.substring(0, blank));
  }

  private static boolean startsBullet(Row row) {
    return startsItem(row) && !Character.isLetterOrDigit(row.first().text().charAt(0));
  }

  private int codeEnd(List<Row> rows, int from, Gaps gaps) {
    int end = from + 1;
    while (end < rows.size()
        && style.isCode(rows.get(end))
        && rows.get(end).y() - rows.get(end - 1).y() < 3 * gaps.leading() * rows.get(end).size()) {
      end++;
    }
    return end;
  }

  private List<Line> codeLines(List<Row> rows) {
    float left = rows.stream().map(Row::x0).min(Float::compare).orElse(0f);
    List<Line> lines = new ArrayList<>();
    for (Row row : rows) {
      Segment all = row.joined("  ");
      float pitch = Math.max(1, all.width() / Math.max(1, all.text().length()));
      int indent = Math.min(40, Math.round((row.x0() - left) / pitch));
      lines.add(new Line(" ".repeat(indent) + plain(all.text()), box(all)));
    }
    return lines;
  }

  private List<Line> mended(List<Row> rows) {
    List<Line> lines = new ArrayList<>();
    String pending = "";
    for (int i = 0; i < rows.size(); i++) {
      Segment all = rows.get(i).joined(" ");
      String text = i == 0 ? all.text() : pending;
      if (i + 1 < rows.size()) {
        Hyphens.Mended mended = hyphens.mend(text, rows.get(i + 1).joined(" ").text());
        text = mended.first();
        pending = mended.second();
      }
      if (!plain(text).isBlank()) {
        lines.add(new Line(plain(text), box(all)));
      }
    }
    return lines;
  }

  private static String plain(String text) {
    return text.replace("\u00ad", "");
  }

  private ragtime.library.Box box(Segment s) {
    return turn.box(s.x0(), s.top(), s.x1(), s.bottom());
  }
}
