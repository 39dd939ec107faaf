package ragtime.indexer;

import java.util.Optional;
import ragtime.index.IndexKind;
import ragtime.index.IndexedDocument;
import ragtime.library.Document;
import ragtime.library.FailureReason;
import ragtime.model.Embedder;

/**
 * How documents are read, split and embedded now.
 *
 * @param embedder makes vectors, if the index is to have any
 */
record Recipe(Optional<Embedder> embedder) {

  /** What stands for the content of a document that could not even be copied. */
  private static final String NO_CONTENT = "0".repeat(64);

  /** Tells what was made this way from what was made another way. */
  String name() {
    return PassageCodec.RECIPE + embedder.map(model -> "+" + model.id()).orElse("");
  }

  /** The index that holds what is made this way. */
  IndexKind kind(boolean anew) {
    return new IndexKind(embedder.map(Embedder::id), embedder.map(Embedder::dimensions), anew);
  }

  /** A document that could not be read. */
  IndexedDocument failed(String key, String version, String contentHash, FailureReason reason) {
    return new IndexedDocument(
        new Document(key, contentHash, DocumentNames.title(key), 0, DocumentNames.channel(key)),
        version,
        name(),
        0,
        Optional.of(reason));
  }

  /** A document that could not even be copied. */
  IndexedDocument failed(String key, String version, FailureReason reason) {
    return failed(key, version, NO_CONTENT, reason);
  }
}
