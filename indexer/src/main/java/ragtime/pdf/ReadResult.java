package ragtime.pdf;

import java.util.List;
import java.util.Optional;
import ragtime.library.FailureReason;
import ragtime.library.Page;

/** What became of reading one PDF. */
public sealed interface ReadResult {

  /**
   * It was read.
   *
   * @param title the title it declares or shows, where there is a sensible one
   * @param pages all its pages, in order; those without text are empty, but at least one has text
   */
  record Pages(Optional<String> title, List<Page> pages) implements ReadResult {
    public Pages {
      pages = List.copyOf(pages);
    }
  }

  /**
   * It could not be read.
   *
   * @param detail a few words for whoever runs ragtime; never text of the document
   */
  record Failed(FailureReason reason, String detail) implements ReadResult {}
}
