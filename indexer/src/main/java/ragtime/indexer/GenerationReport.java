package ragtime.indexer;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import ragtime.index.IndexHistory;
import ragtime.index.IndexManifest;
import ragtime.index.IndexedDocument;
import ragtime.store.ObjectContent;
import ragtime.store.ObjectStore;

/**
 * What became of every document in a generation. The report that is kept tells of those that
 * changed; the others are as the generation's manifest has them, as long as it is there.
 *
 * @param generation its number
 * @param documents in the order of their keys
 */
public record GenerationReport(long generation, List<DocumentReport> documents) {

  public GenerationReport {
    documents = List.copyOf(documents);
  }

  /**
   * The report on a generation of this index.
   *
   * @param number its number; empty for the one that is served
   * @return nothing if nothing is known of it
   */
  public static Optional<GenerationReport> of(ObjectStore index, OptionalLong number) {
    IndexHistory history = new IndexHistory(index, Clock.systemUTC());
    Optional<IndexManifest> manifest =
        number.isEmpty()
            ? history.current()
            : history.generations().stream()
                .filter(each -> each.generation() == number.getAsLong())
                .findFirst();
    long generation = manifest.map(IndexManifest::generation).orElse(number.orElse(0));
    TreeMap<String, DocumentReport> reports = new TreeMap<>();
    for (IndexedDocument entry : manifest.map(IndexManifest::documents).orElse(List.of())) {
      reports.put(entry.document().key(), DocumentReport.unchanged(entry));
    }
    Optional<String> changes = changes(index, generation);
    changes.stream()
        .flatMap(String::lines)
        .map(DocumentReport::ofJson)
        .forEach(report -> reports.put(report.document(), report));
    return manifest.isPresent() || changes.isPresent()
        ? Optional.of(new GenerationReport(generation, List.copyOf(reports.values())))
        : Optional.empty();
  }

  private static Optional<String> changes(ObjectStore index, long generation) {
    try (ObjectContent content = index.get(DocumentReport.file(generation)).orElse(null)) {
      return Optional.ofNullable(content)
          .map(each -> new String(each.readAll(), StandardCharsets.UTF_8));
    }
  }
}
