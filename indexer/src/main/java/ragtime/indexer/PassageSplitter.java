package ragtime.indexer;

import java.util.ArrayList;
import java.util.List;
import ragtime.library.Block;
import ragtime.library.Box;
import ragtime.library.Page;
import ragtime.library.Passage;
import ragtime.library.PlacedLine;

/**
 * Divides a document's pages into passages: a few paragraphs, list items or rows under one heading,
 * never from two pages. Every word of a page is in a passage; headings are both in the text and in
 * the path of headings, and a table's header is repeated where the table is divided.
 */
public final class PassageSplitter {
  /** To be changed with whatever changes the passages, so that stored ones are made again. */
  public static final String VERSION = "2";

  private static final int LONGEST = 1000;

  /** A section shorter than this is kept together with the next one. */
  private static final int SHORTEST = 300;

  private final Pieces pieces = new Pieces(LONGEST);

  /** The passages of a document's pages, in order. */
  public List<Passage> split(String document, List<Page> pages) {
    List<Passage> passages = new ArrayList<>();
    HeadingPath path = new HeadingPath();
    for (Page page : pages) {
      Draft draft = new Draft(document, page.number(), passages, path);
      for (Block block : page.blocks()) {
        if (block instanceof Block.Heading heading) {
          draft.open(heading);
        } else {
          pieces.of(block).forEach(draft::add);
        }
      }
      draft.close();
    }
    return passages;
  }

  /** The passage being made. */
  private final class Draft {
    private final String document;
    private final int page;
    private final List<Passage> passages;
    private final HeadingPath path;
    private final List<Piece> content = new ArrayList<>();
    private List<String> headings = List.of();
    private int length;
    private boolean body;

    Draft(String document, int page, List<Passage> passages, HeadingPath path) {
      this.document = document;
      this.page = page;
      this.passages = passages;
      this.path = path;
    }

    void open(Block.Heading heading) {
      if (body && length >= SHORTEST) {
        close();
      }
      path.enter(heading.level(), heading.text());
      for (Piece piece : pieces.of(heading)) {
        put(piece);
      }
    }

    void add(Piece piece) {
      if (body && length + piece.text().length() > LONGEST) {
        close();
      }
      put(piece);
      body = true;
    }

    private void put(Piece piece) {
      headings = content.isEmpty() || !body ? path.headings() : path.shared(headings);
      content.add(piece);
      length += piece.text().length() + 1;
    }

    void close() {
      if (!content.isEmpty()) {
        String text = String.join("\n", content.stream().map(Piece::text).toList());
        Box box = content.stream().map(Piece::box).reduce(Box::union).orElseThrow();
        passages.add(new Passage(document, page, passages.size(), headings, text, box, lines()));
      }
      content.clear();
      length = 0;
      body = false;
    }

    private List<PlacedLine> lines() {
      List<PlacedLine> lines = new ArrayList<>();
      int before = 0;
      for (Piece piece : content) {
        for (PlacedLine line : piece.lines()) {
          lines.add(line.shifted(before));
        }
        before += piece.text().length() + 1;
      }
      return lines;
    }
  }
}
