package ragtime.indexer;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import ragtime.index.DamagedIndexException;
import ragtime.index.IndexKind;
import ragtime.index.IndexManifest;
import ragtime.index.IndexPublisher;
import ragtime.index.IndexedDocument;
import ragtime.model.Embedder;
import ragtime.pdf.PdfReader;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectStore;

/**
 * Brings the index up to date with the library, reading only what changed. What reading and
 * embedding gave is kept by content, so a run that was cut short goes on where it stopped, and no
 * content is ever paid for twice.
 */
public final class LibraryIndexer {

  private final ObjectStore library;
  private final ObjectStore index;
  private final IndexPublisher publisher;
  private final DocumentPreparer preparer;
  private final Optional<Embedder> embedder;

  /**
   * @param library holds the PDFs
   * @param index holds the index, and what was read before
   * @param reader reads as many documents at once as {@code readers}
   * @param embedder makes vectors, if the index is to have any
   * @param work a folder of this machine's for files on their way
   */
  public LibraryIndexer(
      ObjectStore library,
      ObjectStore index,
      PdfReader reader,
      int readers,
      Optional<Embedder> embedder,
      Path work,
      Clock clock) {
    this.library = library;
    this.index = index;
    this.publisher = new IndexPublisher(index, work.resolve("publishing"), clock);
    this.embedder = embedder;
    this.preparer =
        new DocumentPreparer(
            library, new PassageCache(index), reader, readers, embedder, work.resolve("reading"));
  }

  /**
   * Runs once. Throws {@code StoreException} or {@code ModelException} if it cannot be completed.
   */
  public IndexRun run(Scope scope, IndexProgress progress) {
    long started = System.nanoTime();
    Ground ground = survey();
    // An index built anew holds nothing yet, so whatever was asked for, it needs the whole library.
    Scope needed = ground.rebuilt().isEmpty() ? scope : wholeLibrary(scope);
    LibraryPlan plan = LibraryPlan.of(pdfs(), ground.documents(), preparer.recipe(), needed);
    progress.started(
        plan.changed().size(), plan.changed().stream().mapToLong(ObjectInfo::length).sum());
    List<PreparedDocument> prepared = preparer.prepare(plan.changed(), rereads(needed), progress);
    long generation = ground.generation();
    if (!plan.isEmpty() || ground.none()) {
      progress.publishing();
      generation = publish(ground, plan, prepared).generation();
    }
    IndexRun run =
        new IndexRun(generation, ground.rebuilt(), reports(plan, prepared), millisSince(started));
    if (generation != ground.generation()) {
      index.put("reports/" + generation + ".jsonl", ObjectBody.of(lines(run)));
    }
    return run;
  }

  /**
   * What a run builds upon.
   *
   * @param current the generation to continue, if there is one that can be
   * @param rebuilt why the one that is there cannot be continued; empty if it can, or if there is
   *     none
   */
  private record Ground(Optional<IndexManifest> current, String rebuilt) {
    long generation() {
      return current.map(IndexManifest::generation).orElse(0L);
    }

    List<IndexedDocument> documents() {
      return current.map(IndexManifest::documents).orElse(List.of());
    }

    boolean none() {
      return current.isEmpty();
    }
  }

  private Ground survey() {
    Optional<IndexManifest> current;
    try {
      current = publisher.verified();
    } catch (DamagedIndexException e) {
      return new Ground(Optional.empty(), String.valueOf(e.getMessage()));
    }
    if (current.isEmpty() || kind(false).continues(current.get())) {
      return new Ground(current, "");
    }
    return new Ground(
        Optional.empty(),
        "It was made with another embedding model or by another version of ragtime");
  }

  private static Scope wholeLibrary(Scope scope) {
    return switch (scope) {
      case Scope.Library library -> library;
      case Scope.Documents documents -> new Scope.Library(false);
    };
  }

  private static boolean rereads(Scope scope) {
    return scope instanceof Scope.Library library && library.full();
  }

  private List<ObjectInfo> pdfs() {
    return library.list("").stream().filter(info -> DocumentNames.isPdf(info.key())).toList();
  }

  private IndexManifest publish(Ground ground, LibraryPlan plan, List<PreparedDocument> prepared) {
    return publisher.publish(
        kind(!ground.rebuilt().isEmpty()),
        (current, passages) -> {
          var byKey =
              current.stream()
                  .collect(Collectors.toMap(entry -> entry.document().key(), entry -> entry));
          for (IndexedDocument gone : plan.removed()) {
            passages.remove(gone.document().key());
            byKey.remove(gone.document().key());
          }
          for (PreparedDocument document : prepared) {
            preparer.write(document, passages);
            byKey.put(document.entry().document().key(), document.entry());
          }
          return List.copyOf(byKey.values());
        });
  }

  private IndexKind kind(boolean anew) {
    return new IndexKind(embedder.map(Embedder::id), embedder.map(Embedder::dimensions), anew);
  }

  private static List<DocumentReport> reports(LibraryPlan plan, List<PreparedDocument> prepared) {
    List<DocumentReport> reports = new ArrayList<>();
    prepared.forEach(document -> reports.add(document.report()));
    plan.unchanged().forEach(entry -> reports.add(DocumentReport.unchanged(entry)));
    plan.removed().forEach(entry -> reports.add(DocumentReport.removed(entry)));
    reports.sort(Comparator.comparing(DocumentReport::document));
    return reports;
  }

  private static String lines(IndexRun run) {
    return run.reports().stream()
        .map(report -> report.toJson() + "\n")
        .collect(Collectors.joining());
  }

  private static long millisSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }
}
