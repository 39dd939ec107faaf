package ragtime.library;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One page of a document as it was read.
 *
 * @param number its place in the PDF file, counted from 1
 * @param width in points, as a reader sees it, after the page's own rotation
 * @param height in points
 * @param blocks what stands on it, in reading order; empty for a page without text. Running headers
 *     and page numbers are left out.
 */
public record Page(int number, float width, float height, List<Block> blocks) {

  public Page {
    if (number < 1) {
      throw new IllegalArgumentException("Pages count from 1, not " + number);
    }
    blocks = List.copyOf(blocks);
  }

  /** All it says, with an empty line between blocks. */
  public String text() {
    return blocks.stream().map(Block::text).collect(Collectors.joining("\n\n"));
  }
}
