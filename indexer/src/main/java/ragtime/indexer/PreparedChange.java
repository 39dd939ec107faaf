package ragtime.indexer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ragtime.index.IndexChange;
import ragtime.index.IndexedDocument;
import ragtime.library.Document;
import ragtime.model.Embedder;

/**
 * Puts prepared documents into the index and takes removed ones out. May be made several times,
 * each time to another generation; what it says of itself is true of the last time.
 */
final class PreparedChange implements IndexChange {
  private final PassageCache cache;
  private final Optional<Embedder> embedder;
  private final List<IndexedDocument> removed;
  private final List<PreparedDocument> prepared;
  private List<PreparedDocument> published = List.of();
  private List<PreparedDocument> lost = List.of();

  /**
   * @param embedder whose vectors go with the passages, if any do
   */
  PreparedChange(
      PassageCache cache,
      Optional<Embedder> embedder,
      List<IndexedDocument> removed,
      List<PreparedDocument> prepared) {
    this.cache = cache;
    this.embedder = embedder;
    this.removed = removed;
    this.prepared = prepared;
  }

  /** The documents that are in the index as they were prepared. */
  List<PreparedDocument> published() {
    return List.copyOf(published);
  }

  /** Those whose passages are not there any more: they have to be read again. */
  List<PreparedDocument> lost() {
    return List.copyOf(lost);
  }

  @Override
  public List<IndexedDocument> apply(List<IndexedDocument> current, Passages passages) {
    Map<String, IndexedDocument> entries = new HashMap<>();
    current.forEach(entry -> entries.put(entry.document().key(), entry));
    for (IndexedDocument gone : removed) {
      passages.remove(gone.document().key());
      entries.remove(gone.document().key());
    }
    published = new ArrayList<>();
    lost = new ArrayList<>();
    Parallel.forEach(
        prepared,
        this::load,
        loaded -> {
          if (loaded.write(passages)) {
            IndexedDocument entry = loaded.prepared().entry();
            entries.put(entry.document().key(), entry);
            published.add(loaded.prepared());
          } else {
            lost.add(loaded.prepared());
          }
        });
    return List.copyOf(entries.values());
  }

  private Loaded load(PreparedDocument document) {
    if (document.entry().failure().isPresent()) {
      return new Loaded(document, Optional.empty(), List.of());
    }
    Document which = document.entry().document();
    Optional<SplitDocument> texts = cache.document(which.contentHash(), which.key());
    if (texts.isEmpty() || embedder.isEmpty()) {
      return new Loaded(document, texts, List.of());
    }
    int count = texts.get().passages().size();
    Optional<List<float[]>> vectors = cache.vectors(which.contentHash(), embedder.get(), count);
    return new Loaded(document, vectors.flatMap(there -> texts), vectors.orElse(List.of()));
  }

  /** One document with what is to be searched of it, if that is there. */
  private record Loaded(
      PreparedDocument prepared, Optional<SplitDocument> texts, List<float[]> vectors) {

    boolean write(Passages passages) {
      IndexedDocument entry = prepared.entry();
      if (entry.failure().isPresent()) {
        passages.remove(entry.document().key());
        return true;
      }
      texts.ifPresent(split -> passages.replace(entry.document(), split.passages(), vectors));
      return texts.isPresent();
    }
  }
}
