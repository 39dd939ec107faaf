package ragtime.indexer;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ragtime.library.Block;
import ragtime.library.Box;
import ragtime.library.Line;
import ragtime.library.PlacedLine;

/** Cuts blocks that are too long for one passage: prose after sentences, tables between rows. */
final class Pieces {
  private final int longest;

  Pieces(int longest) {
    this.longest = longest;
  }

  List<Piece> of(Block block) {
    String text = block.text();
    if (text.length() <= longest) {
      return List.of(new Piece(text, block.box(), placed(block.lines(), 0, text.length())));
    }
    return switch (block) {
      case Block.Table table -> rows(table.lines(), header(table));
      case Block.Code code -> rows(code.lines(), List.of());
      case Block.Heading heading -> sentences(heading.text(), heading.lines());
      case Block.Paragraph paragraph -> sentences(paragraph.text(), paragraph.lines());
      case Block.ListItem item -> sentences(item.text(), item.lines());
    };
  }

  /** The rows that are repeated on top of each piece but the first, which has them anyway. */
  private List<Line> header(Block.Table table) {
    List<Line> header = table.lines().subList(0, table.headerRows());
    int length = header.stream().mapToInt(l -> l.text().length() + 1).sum();
    return length > longest / 3 ? List.of() : header;
  }

  private List<Piece> rows(List<Line> rows, List<Line> header) {
    List<Piece> pieces = new ArrayList<>();
    List<Line> piece = new ArrayList<>();
    int length = 0;
    for (Line row : rows) {
      if (length + row.text().length() > longest && !piece.isEmpty()) {
        pieces.add(join(piece, "\n"));
        piece = new ArrayList<>(header);
        length = header.stream().mapToInt(l -> l.text().length() + 1).sum();
      }
      if (row.text().length() > longest) {
        pieces.addAll(sentences(row.text(), List.of(row)));
        continue;
      }
      piece.add(row);
      length += row.text().length() + 1;
    }
    if (!piece.isEmpty() && !piece.equals(header)) {
      pieces.add(join(piece, "\n"));
    }
    return pieces;
  }

  private static Piece join(List<Line> lines, String separator) {
    String text = String.join(separator, lines.stream().map(Line::text).toList());
    return new Piece(
        text,
        lines.stream().map(Line::box).reduce(Box::union).orElseThrow(),
        placed(lines, 0, text.length()));
  }

  private List<Piece> sentences(String text, List<Line> lines) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    sentences.setText(text);
    List<Piece> pieces = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = end(text, start, sentences);
      String piece = text.substring(start, end).strip();
      if (!piece.isEmpty()) {
        int from = text.indexOf(piece, start);
        pieces.add(
            new Piece(piece, box(lines, start, end), placed(lines, from, from + piece.length())));
      }
      start = end;
    }
    return pieces;
  }

  /** Where the piece ends: after a sentence if one ends soon enough, else after a word. */
  private int end(String text, int start, BreakIterator sentences) {
    int left = text.length() - start;
    if (left <= longest) {
      return text.length();
    }
    // Two halves of a like length read better than a full piece and a scrap.
    int wanted = left < 2 * longest ? Math.max(left / 2 + 80, longest / 2) : longest;
    int sentence = sentences.preceding(start + Math.min(wanted, longest) + 1);
    if (sentence > start + longest / 4) {
      return sentence;
    }
    int blank = text.lastIndexOf(' ', start + longest);
    return blank > start ? blank + 1 : surrogateSafe(text, start + longest);
  }

  private static int surrogateSafe(String text, int at) {
    return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  /** Around the lines that have these characters of the text that they make up. */
  private static Box box(List<Line> lines, int start, int end) {
    Box box = null;
    int at = 0;
    for (Line line : lines) {
      int next = at + line.text().length() + 1;
      if (at < end && next - 1 > start) {
        box = box == null ? line.box() : box.union(line.box());
      }
      at = next;
    }
    return box == null ? lines.getFirst().box() : box;
  }

  /** The lines that have some of these characters of the text that they make up. */
  private static List<PlacedLine> placed(List<Line> lines, int start, int end) {
    List<PlacedLine> placed = new ArrayList<>();
    int at = 0;
    for (Line line : lines) {
      int from = Math.max(at, start);
      int to = Math.min(at + line.text().length(), end);
      if (from < to) {
        placed.add(new PlacedLine(from - start, to - start, line.box()));
      }
      at += line.text().length() + 1;
    }
    return placed;
  }
}
