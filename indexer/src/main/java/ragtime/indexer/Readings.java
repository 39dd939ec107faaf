package ragtime.indexer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ragtime.index.IndexedDocument;
import ragtime.library.Sha256;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectContent;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectStore;

/**
 * What reading each version of a document gave, be it passages or a failure: the checkpoint that a
 * run which was cut short goes on from, and the word that those who read give to the one who
 * publishes. What was read by another recipe is not among them.
 */
final class Readings {
  private static final String FOLDER = "readings/";
  private static final String ENDING = ".json";

  /** So many single looks cost more than a listing of a usual library. */
  private static final int WORTH_A_LISTING = 20;

  private final ObjectStore store;
  private final String folder;

  Readings(ObjectStore store, String recipe) {
    this.store = store;
    this.folder = FOLDER + hash(recipe, 12) + "/";
  }

  /**
   * Keeps what reading gave.
   *
   * @param run the run that reads everything again, if it was read for one
   */
  void keep(PreparedDocument prepared, Optional<String> run) {
    IndexedDocument entry = prepared.entry();
    String key = key(entry.document().key(), entry.version(), run);
    store.put(key, ObjectBody.of(ReadingCodec.encode(prepared)));
  }

  void forget(IndexedDocument entry, Optional<String> run) {
    store.delete(key(entry.document().key(), entry.version(), run));
  }

  /** What was read of this version, by this run if there is one. */
  Optional<PreparedDocument> of(ObjectInfo pdf, Optional<String> run) {
    try (ObjectContent content =
        store.get(key(pdf.key(), pdf.version().token(), run)).orElse(null)) {
      return Optional.ofNullable(content)
          .flatMap(each -> ReadingCodec.decode(each.readAll()))
          .filter(read -> read.entry().document().key().equals(pdf.key()));
    }
  }

  /** What was read of these versions, by this run if there is one; looks at a listing first. */
  List<PreparedDocument> of(List<ObjectInfo> pdfs, Optional<String> run) {
    if (pdfs.isEmpty()) {
      return List.of();
    }
    Set<String> there =
        pdfs.size() < WORTH_A_LISTING
            ? Set.of()
            : store.list(folder).stream().map(ObjectInfo::key).collect(Collectors.toSet());
    List<ObjectInfo> read =
        pdfs.size() < WORTH_A_LISTING
            ? pdfs
            : pdfs.stream()
                .filter(pdf -> there.contains(key(pdf.key(), pdf.version().token(), run)))
                .toList();
    return Parallel.map(read, pdf -> of(pdf, run)).stream().flatMap(Optional::stream).toList();
  }

  /**
   * Deletes what was read, by any recipe, of versions that the library no longer has.
   *
   * @param library key and version of all its documents
   * @param before nothing written since then is deleted
   */
  static int sweep(ObjectStore store, Map<String, String> library, Instant before) {
    Set<String> named =
        library.entrySet().stream()
            .map(each -> name(each.getKey(), each.getValue()))
            .collect(Collectors.toSet());
    int deleted = 0;
    for (ObjectInfo kept : store.list(FOLDER)) {
      String name = kept.key().substring(kept.key().lastIndexOf('/') + 1).replace(ENDING, "");
      // What a run read for itself is of no use to others.
      if (kept.modified().isBefore(before) && !named.contains(name)) {
        store.delete(kept.key());
        deleted++;
      }
    }
    return deleted;
  }

  private String key(String document, String version, Optional<String> run) {
    String suffix = run.map(id -> "-" + hash(id, 8)).orElse("");
    return folder + name(document, version) + suffix + ENDING;
  }

  private static String name(String document, String version) {
    return hash(document, 32) + "-" + hash(version, 16);
  }

  private static String hash(String text, int length) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, length);
  }
}
