package ragtime.slack;

import java.net.URI;
import java.util.Optional;
import ragtime.library.Document;

/** Where a person can open a document. Safe for use by many threads. */
@FunctionalInterface
public interface DocumentLinks {

  /** A link that opens the document at this page, or nothing where there is none. */
  Optional<URI> link(Document document, int page);
}
