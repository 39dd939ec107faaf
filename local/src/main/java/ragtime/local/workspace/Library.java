package ragtime.local.workspace;

import java.nio.file.Path;
import java.util.Optional;

/** The PDFs and page pictures that answers link to. */
public interface Library {

  /** The file of a document, by its key; nothing if there is none of that key. */
  Optional<Path> document(String key);

  /** The PNG that a signed link to a page's picture stands for, if the signature is good. */
  default Optional<byte[]> picture(String pathAndQuery) {
    return Optional.empty();
  }

  /** A library without documents. */
  static Library empty() {
    return key -> Optional.empty();
  }
}
