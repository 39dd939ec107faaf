package ragtime.indexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ragtime.index.IndexManifest;
import ragtime.index.IndexedDocument;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectStore;

/**
 * Takes a lineage of the index one step nearer to the library: compares the two, has read what was
 * not read before, and publishes what is prepared. It keeps nothing in mind: whatever was lost,
 * doubled or cut short before, the next step finds what is still to be done.
 */
final class Reconciler {
  private static final int KEYS_IN_A_LISTING = 1000;

  private final ObjectStore library;
  private final Recipe recipe;
  private final Readings readings;
  private final Publication publication;
  private final Readers readers;

  Reconciler(ObjectStore library, ObjectStore index, Recipe recipe, Readers readers) {
    this.library = library;
    this.recipe = recipe;
    this.readings = new Readings(index, recipe.name());
    this.publication = new Publication(index, readings, recipe.embedder());
    this.readers = readers;
  }

  /**
   * What a step came to.
   *
   * @param manifest the newest generation, if there is one
   * @param plan what was to be done
   * @param published the documents that were indexed or found to be unreadable
   * @param outstanding the documents that have to be read first, or again
   * @param unpublished the documents that are prepared and wait for the next step
   */
  record Step(
      Optional<IndexManifest> manifest,
      LibraryPlan plan,
      List<PreparedDocument> published,
      List<ObjectInfo> outstanding,
      List<PreparedDocument> unpublished) {

    /** No step at all. */
    static Step nothing(Optional<IndexManifest> manifest) {
      LibraryPlan nothing = new LibraryPlan(List.of(), List.of(), List.of());
      return new Step(manifest, nothing, List.of(), List.of(), List.of());
    }

    /** Whether another step would find nothing to do, unless the library has changed. */
    boolean complete() {
      return outstanding.isEmpty() && unpublished.isEmpty();
    }

    /** Whether anything was published. */
    boolean moved() {
      return !published.isEmpty() || !plan.removed().isEmpty();
    }
  }

  /** Takes one step. */
  Step step(Lineage lineage, Scope scope, Budget budget, IndexProgress progress) {
    Optional<IndexManifest> newest = lineage.newest().get();
    LibraryPlan plan = plan(lineage, newest, scope);
    Optional<String> run = scope instanceof Scope.Library all ? all.rereads() : Optional.empty();
    progress.started(
        plan.changed().size(), plan.changed().stream().mapToLong(ObjectInfo::length).sum());
    List<PreparedDocument> prepared = new ArrayList<>(readings.of(plan.changed(), run));
    Readers.Result read = readers.read(without(prepared, plan.changed()), run, progress);
    prepared.addAll(read.prepared());
    boolean first = newest.isEmpty() && read.outstanding().isEmpty();
    if (plan.removed().isEmpty() && prepared.isEmpty() && !first) {
      return new Step(newest, plan, List.of(), read.outstanding(), List.of());
    }
    progress.publishing();
    Publication.Result done = publication.publish(lineage, plan.removed(), prepared, budget);
    publication.forget(former(newest, plan, done.published()), done.newest().orElseThrow());
    done.lost().forEach(each -> readings.forget(each.entry(), run));
    List<ObjectInfo> outstanding = new ArrayList<>(read.outstanding());
    Set<String> lost = keys(done.lost());
    plan.changed().stream().filter(pdf -> lost.contains(pdf.key())).forEach(outstanding::add);
    prepared.removeAll(done.published());
    prepared.removeAll(done.lost());
    return new Step(
        done.newest(), plan, done.published(), List.copyOf(outstanding), List.copyOf(prepared));
  }

  /** Writes what became of every document of a lineage that is served from now on. */
  void report(IndexManifest manifest, RunReports reports) {
    publication.report(manifest, reports);
  }

  private LibraryPlan plan(Lineage lineage, Optional<IndexManifest> newest, Scope scope) {
    List<IndexedDocument> known = newest.map(IndexManifest::documents).orElse(List.of());
    Optional<String> now = lineage.anyRecipe() ? Optional.empty() : Optional.of(recipe.name());
    return LibraryPlan.of(pdfs(scope, known.size()), known, now, scope);
  }

  /** The PDFs in this scope, by a listing for each or one of all, whichever is less. */
  private List<ObjectInfo> pdfs(Scope scope, int documents) {
    if (scope instanceof Scope.Documents some
        && some.keys().size() <= 1 + documents / KEYS_IN_A_LISTING) {
      return some.keys().stream()
          .filter(DocumentNames::isDocument)
          .flatMap(key -> library.list(key).stream().filter(info -> info.key().equals(key)))
          .toList();
    }
    return library.list("").stream().filter(info -> DocumentNames.isDocument(info.key())).toList();
  }

  private static List<ObjectInfo> without(
      List<PreparedDocument> prepared, List<ObjectInfo> changed) {
    Set<String> keys = keys(prepared);
    return changed.stream().filter(pdf -> !keys.contains(pdf.key())).toList();
  }

  /** What the index knew of the documents that are now gone or new in it. */
  private static List<IndexedDocument> former(
      Optional<IndexManifest> newest, LibraryPlan plan, List<PreparedDocument> published) {
    Set<String> changed = keys(published);
    plan.removed().forEach(entry -> changed.add(entry.document().key()));
    return newest.stream()
        .flatMap(manifest -> manifest.documents().stream())
        .filter(entry -> changed.contains(entry.document().key()))
        .toList();
  }

  private static Set<String> keys(List<PreparedDocument> documents) {
    return documents.stream()
        .map(each -> each.entry().document().key())
        .collect(Collectors.toSet());
  }
}
