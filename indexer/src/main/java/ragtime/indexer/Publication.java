package ragtime.indexer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ragtime.index.IndexManifest;
import ragtime.index.IndexedDocument;
import ragtime.model.Embedder;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectStore;

/** Publishes what is prepared, in one generation or, where time is limited, in several. */
final class Publication {

  /** What must be left to begin another generation, besides twice what the longest took. */
  private static final Duration RESERVE = Duration.ofSeconds(30);

  private final ObjectStore index;
  private final PassageCache cache;
  private final Readings readings;
  private final Optional<Embedder> embedder;

  Publication(ObjectStore index, Readings readings, Optional<Embedder> embedder) {
    this.index = index;
    this.cache = new PassageCache(index);
    this.readings = readings;
    this.embedder = embedder;
  }

  /**
   * What was published.
   *
   * @param newest the last generation; nothing if there was none to publish
   * @param published the documents that are in the index as they were prepared
   * @param lost those that have to be read again
   */
  record Result(
      Optional<IndexManifest> newest,
      List<PreparedDocument> published,
      List<PreparedDocument> lost) {}

  /** Publishes at least one generation, and goes on while there is time. */
  Result publish(
      Lineage lineage,
      List<IndexedDocument> removed,
      List<PreparedDocument> prepared,
      Budget budget) {
    List<PreparedDocument> published = new ArrayList<>();
    List<PreparedDocument> lost = new ArrayList<>();
    Optional<IndexManifest> newest = Optional.empty();
    List<IndexedDocument> leaving = removed;
    long longest = 0;
    int next = 0;
    do {
      long started = System.nanoTime();
      int end = endOfBatch(prepared, next, budget.passagesAtOnce());
      PreparedChange change =
          new PreparedChange(cache, embedderOf(lineage), leaving, prepared.subList(next, end));
      IndexManifest manifest = lineage.publisher().publish(lineage.kind(), change);
      report(manifest, leaving, change.published());
      published.addAll(change.published());
      lost.addAll(change.lost());
      newest = Optional.of(manifest);
      leaving = List.of();
      next = end;
      longest = Math.max(longest, System.nanoTime() - started);
    } while (next < prepared.size() && budget.left().compareTo(RESERVE.plusNanos(2 * longest)) > 0);
    return new Result(newest, published, lost);
  }

  /**
   * Deletes what was made of documents that are no longer in the index as they were: nobody should
   * find the text of a document that was deleted.
   */
  void forget(List<IndexedDocument> former, IndexManifest now) {
    Set<String> contents =
        former.stream().map(each -> each.document().contentHash()).collect(Collectors.toSet());
    Map<String, String> versions = new HashMap<>();
    for (IndexedDocument each : now.documents()) {
      versions.put(each.document().key(), each.version());
      contents.remove(each.document().contentHash());
    }
    former.stream()
        .filter(each -> !each.version().equals(versions.get(each.document().key())))
        .forEach(each -> readings.forget(each, Optional.empty()));
    contents.forEach(cache::forget);
  }

  private Optional<Embedder> embedderOf(Lineage lineage) {
    return embedder.filter(each -> lineage.kind().embedder().equals(Optional.of(each.id())));
  }

  /** A line for each document that changed: what a report costs follows what a run does. */
  private void report(
      IndexManifest manifest, List<IndexedDocument> removed, List<PreparedDocument> published) {
    write(
        manifest,
        Stream.concat(
            published.stream().map(PreparedDocument::report),
            removed.stream().map(DocumentReport::removed)));
  }

  /** A line for every document of a lineage that is new. */
  void report(IndexManifest manifest, RunReports reports) {
    write(
        manifest,
        manifest.documents().stream()
            .map(entry -> reports.of(entry.document().key()).orElse(DocumentReport.of(entry))));
  }

  private void write(IndexManifest manifest, Stream<DocumentReport> reports) {
    String lines =
        reports
            .sorted(Comparator.comparing(DocumentReport::document))
            .map(report -> report.toJson() + "\n")
            .collect(Collectors.joining());
    index.put(DocumentReport.file(manifest.generation()), ObjectBody.of(lines));
  }

  private static int endOfBatch(List<PreparedDocument> prepared, int start, int most) {
    int passages = 0;
    int end = start;
    while (end < prepared.size() && passages < most) {
      passages += prepared.get(end).entry().passages();
      end++;
    }
    return end;
  }
}
