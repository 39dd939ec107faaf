package ragtime.indexer;

import java.util.List;
import ragtime.library.Box;
import ragtime.library.PlacedLine;

/**
 * Some text of a page that goes into one passage whole, and where it stands.
 *
 * @param lines the lines it is set in, as places in this text
 */
record Piece(String text, Box box, List<PlacedLine> lines) {
  Piece {
    lines = List.copyOf(lines);
  }
}
