package ragtime.pdf;

import java.util.ArrayList;
import java.util.List;
import ragtime.library.Block;
import ragtime.library.Page;

/** Makes pages of a whole document's rows: only the whole tells headings, headers and hyphens. */
final class DocumentAssembler {
  private final RunningLines running;
  private final DocumentStyle style;
  private final Hyphens hyphens;

  DocumentAssembler(List<RawPage> document) {
    style = new DocumentStyle(document);
    running = new RunningLines(document, style.bodySize());
    hyphens = new Hyphens(document);
  }

  /** The finished page. Pages are to be given in order. */
  Page page(RawPage raw) {
    RawPage page = running.without(raw);
    boolean contents = ContentsPages.isContents(page);
    List<Block> blocks = new ArrayList<>();
    for (RawPage.Direction direction : page.directions()) {
      for (List<Row> region : Columns.regions(direction.rows())) {
        new BlockBuilder(style, hyphens, direction.turn(), contents).build(region, blocks);
      }
    }
    return new Page(page.number(), page.width(), page.height(), blocks);
  }
}
