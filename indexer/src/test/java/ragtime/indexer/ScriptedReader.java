package ragtime.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import ragtime.library.Block;
import ragtime.library.Box;
import ragtime.library.FailureReason;
import ragtime.library.Line;
import ragtime.library.Page;
import ragtime.pdf.PdfReader;
import ragtime.pdf.ReadResult;

/**
 * Reads a file that holds the text of its pages, divided by form feeds, or {@code !} and the reason
 * why it cannot be read. Dies of {@code !!}, has a fault that {@code ?!} brings to light, and is
 * out of order while there is {@code ?out}.
 */
final class ScriptedReader implements PdfReader {

  /** What a test's reader dies of, where a real one would be killed. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  final List<Path> opened = Collections.synchronizedList(new ArrayList<>());

  @Override
  public ReadResult read(Path file) {
    opened.add(file);
    try {
      String text = Files.readString(file);
      if (text.startsWith("!!")) {
        throw new Killed();
      }
      if (text.startsWith("?out")) {
        throw new IOException("Out of order");
      }
      if (text.startsWith("?!")) {
        throw new IllegalStateException("A fault of ours");
      }
      if (text.startsWith("!")) {
        return new ReadResult.Failed(FailureReason.of(text.substring(1)), "as scripted");
      }
      List<Page> pages = new ArrayList<>();
      for (String page : text.split("\f")) {
        Line line = new Line(page, new Box(10, 10, 100, 12));
        Block block = new Block.Paragraph(List.of(line));
        pages.add(new Page(pages.size() + 1, 595, 842, List.of(block)));
      }
      return new ReadResult.Pages(Optional.empty(), pages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {}
}
