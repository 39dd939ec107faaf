package ragtime.index;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ragtime.library.Audience;
import ragtime.library.Box;
import ragtime.library.Document;
import ragtime.library.Passage;
import ragtime.library.Sha256;
import ragtime.store.ObjectStore;

/** Changes of small documents, each of one page and one passage, and what is found of them. */
final class Changes {

  /** An index without vectors. */
  static final IndexKind LEXICAL = new IndexKind(Optional.empty(), Optional.empty(), false);

  /** The same, begun anew. */
  static final IndexKind ANEW = new IndexKind(Optional.empty(), Optional.empty(), true);

  private Changes() {}

  /** Puts a document that says this. */
  static IndexChange put(String key, String text) {
    return (current, passages) -> {
      passages.replace(document(key, text), passagesOf(key, text), List.of());
      List<IndexedDocument> documents = new ArrayList<>(without(current, key));
      documents.add(entry(key, text));
      return documents;
    };
  }

  /** Removes a document. */
  static IndexChange remove(String key) {
    return (current, passages) -> {
      passages.remove(key);
      return without(current, key);
    };
  }

  /** The keys of the documents in which a query is found by whoever opens the index now. */
  static List<String> found(ObjectStore store, Path cache, String query) {
    try (IndexReplica replica =
        IndexReplica.open(store, cache, Duration.ofDays(1), Clock.systemUTC()).orElseThrow()) {
      return hits(replica, query).stream().map(hit -> hit.document().key()).toList();
    }
  }

  /** What a search for this finds. */
  static List<Hit> hits(PassageIndex index, String query) {
    return index.search(new PassageQuery(query, 1000, new Audience.Everything(), Optional.empty()));
  }

  static List<IndexedDocument> without(List<IndexedDocument> current, String key) {
    return current.stream().filter(entry -> !entry.document().key().equals(key)).toList();
  }

  static IndexedDocument entry(String key, String text) {
    return new IndexedDocument(document(key, text), "v1", "r1", 1, Optional.empty());
  }

  static Document document(String key, String text) {
    String hash = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    return new Document(key, hash, key, 1, Optional.empty());
  }

  static List<Passage> passagesOf(String key, String text) {
    return List.of(new Passage(key, 1, 0, List.of(), text, new Box(0, 0, 100, 20)));
  }
}
