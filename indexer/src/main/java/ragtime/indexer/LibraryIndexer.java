package ragtime.indexer;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import ragtime.index.DamagedIndexException;
import ragtime.index.IndexKind;
import ragtime.index.IndexManifest;
import ragtime.index.IndexPublisher;
import ragtime.index.LineageBuild;
import ragtime.model.Embedder;
import ragtime.pdf.PdfReader;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectStore;

/**
 * Brings the index up to date with the library, reading only what changed. What reading and
 * embedding gave is kept by content, so a run that was cut short goes on where it stopped, and no
 * content is ever paid for twice. Several may run at once, on several machines.
 */
public final class LibraryIndexer {

  /** How often a run looks again whether the library changed under its hands. */
  private static final int LOOKS = 4;

  /** How often a lineage that is complete is compared with a library that is not at rest. */
  private static final int MOST_ROUNDS = 50;

  /** With less time left, the next run goes on. */
  private static final Duration RESERVE = Duration.ofSeconds(30);

  private final Recipe recipe;
  private final IndexPublisher publisher;
  private final Reconciler reconciler;
  private final boolean readsHere;

  /**
   * An indexer that reads on this machine, and has done everything when a run ends.
   *
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
    this(
        library,
        index,
        new Recipe(embedder),
        new ReadersHere(
            new DocumentPreparer(
                library, index, reader, new Recipe(embedder), work.resolve("reading")),
            readers),
        work,
        clock);
  }

  /** An indexer for which these read. */
  LibraryIndexer(
      ObjectStore library,
      ObjectStore index,
      Recipe recipe,
      Readers readers,
      Path work,
      Clock clock) {
    this.recipe = recipe;
    this.publisher = new IndexPublisher(index, work.resolve("publishing"), clock);
    this.reconciler = new Reconciler(library, index, recipe, readers);
    this.readsHere = readers != Readers.ELSEWHERE;
  }

  /**
   * Runs once. Throws {@code StoreException} or {@code ModelException} if it cannot be completed.
   */
  public IndexRun run(Scope scope, IndexProgress progress) {
    return run(scope, Budget.UNLIMITED, progress);
  }

  /** Runs once, for no longer than this. */
  IndexRun run(Scope scope, Budget budget, IndexProgress progress) {
    long started = System.nanoTime();
    Ground ground = survey();
    Outcome outcome =
        switch (scope) {
          case Scope.Documents some when ground.fit() -> catchUp(some, budget, progress);
          case Scope.Documents some when readsHere ->
              beside(new Scope.Library(false), ground, budget, progress);
          case Scope.Documents some -> ofAnotherKind(ground, some, budget, progress);
          case Scope.Library all when all.full() || !ground.fit() ->
              beside(all, ground, budget, progress);
          case Scope.Library all -> catchUp(all, budget, progress);
        };
    long generation = outcome.manifest().map(IndexManifest::generation).orElse(0L);
    return new IndexRun(
        generation,
        generation != ground.served().map(IndexManifest::generation).orElse(0L),
        ground.rebuilt(),
        outcome.reports().sorted(),
        keys(outcome.last().outstanding()),
        outcome.last().unpublished().stream().map(each -> each.entry().document().key()).toList(),
        outcome.lineage(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
  }

  /**
   * What a run builds upon.
   *
   * @param served the generation that is served, if there is one that can be read
   * @param rebuilt why it cannot be built upon; empty if it can, or if there is none
   */
  private record Ground(Optional<IndexManifest> served, String rebuilt) {
    boolean fit() {
      return rebuilt.isEmpty();
    }
  }

  /**
   * What a run came to.
   *
   * @param manifest the generation that is served now
   * @param last the last step
   * @param lineage what is being built beside it
   */
  private record Outcome(
      Optional<IndexManifest> manifest,
      RunReports reports,
      Reconciler.Step last,
      Optional<String> lineage) {}

  private Ground survey() {
    Optional<IndexManifest> served;
    try {
      served = readsHere ? publisher.verified() : publisher.current();
    } catch (DamagedIndexException e) {
      return new Ground(Optional.empty(), String.valueOf(e.getMessage()));
    }
    return served.isEmpty() || recipe.kind(false).continues(served.get())
        ? new Ground(served, "")
        : new Ground(
            served, "It was made with another embedding model or by another version of ragtime");
  }

  /** Brings the served lineage up to date. */
  private Outcome catchUp(Scope scope, Budget budget, IndexProgress progress) {
    Lineage served = new Lineage(recipe.kind(false), false, publisher::current, publisher::publish);
    RunReports reports = new RunReports();
    Reconciler.Step step = reconciler.step(served, scope, budget, progress);
    reports.add(step);
    // A document may have changed while it was being published, and its event may have been seen by
    // a writer who did not find it in the index yet.
    for (int look = 1; look < LOOKS && wantsAnother(step) && hasTime(budget); look++) {
      step = reconciler.step(served, scope, budget, IndexProgress.NONE);
      reports.add(step);
    }
    return new Outcome(step.manifest(), reports, step, Optional.empty());
  }

  private boolean wantsAnother(Reconciler.Step step) {
    return step.moved() || (readsHere && !step.complete());
  }

  /**
   * Builds a lineage for the whole library beside the served one, or goes on building it, and
   * serves it when it is complete.
   */
  private Outcome beside(
      Scope.Library scope, Ground ground, Budget budget, IndexProgress progress) {
    LineageBuild build = publisher.building();
    Optional<String> begun = build.current().map(IndexManifest::lineage);
    if (scope.lineage().isPresent() && !scope.lineage().equals(begun) && ground.fit()) {
      // It is served by now, or another run has begun anew: nothing is left but what changed since.
      return catchUp(new Scope.Library(false), budget, progress);
    }
    Lineage building = new Lineage(recipe.kind(false), false, build::current, build::publish);
    String lineage = begin(build, scope).lineage();
    RunReports reports = new RunReports();
    IndexProgress told = progress;
    for (int rounds = 0; rounds < MOST_ROUNDS; rounds++) {
      Optional<IndexManifest> replaced = served();
      Reconciler.Step step = reconciler.step(building, scope, budget, told);
      reports.add(step);
      if (!step.moved() && step.complete()) {
        Optional<IndexManifest> promoted = build.promote(replaced, step.manifest().orElseThrow());
        if (promoted.isPresent()) {
          reconciler.report(promoted.get(), reports);
          return new Outcome(promoted, reports, step, Optional.empty());
        }
      }
      if (!readsHere && !step.complete() || !hasTime(budget)) {
        return new Outcome(ground.served(), reports, step, Optional.of(lineage));
      }
      told = IndexProgress.NONE;
    }
    throw new IllegalStateException("The library or the index changes faster than it is indexed");
  }

  /** What is served, if it can be read, be its files as they may. */
  private Optional<IndexManifest> served() {
    try {
      return publisher.current();
    } catch (DamagedIndexException e) {
      return Optional.empty();
    }
  }

  private IndexManifest begin(LineageBuild build, Scope.Library scope) {
    Optional<IndexManifest> begun =
        build.current().filter(manifest -> recipe.kind(false).continues(manifest));
    boolean mine = scope.lineage().equals(begun.map(IndexManifest::lineage));
    return begun.isPresent() && (mine || !scope.full())
        ? begun.get()
        : build.publish(recipe.kind(true), (current, passages) -> List.of());
  }

  /**
   * Brings documents of a lineage up to date that another embedder made: without vectors, until the
   * one that is to replace it is complete.
   */
  private Outcome ofAnotherKind(
      Ground ground, Scope.Documents some, Budget budget, IndexProgress progress) {
    Optional<String> underWay =
        publisher
            .building()
            .current()
            .filter(manifest -> recipe.kind(false).continues(manifest))
            .map(IndexManifest::lineage);
    Optional<IndexKind> kind =
        ground
            .served()
            .map(served -> kindOf(served))
            .filter(each -> each.continues(ground.served().orElseThrow()));
    RunReports reports = new RunReports();
    if (kind.isEmpty()) {
      Reconciler.Step nothing = Reconciler.Step.nothing(ground.served());
      return new Outcome(ground.served(), reports, nothing, underWay);
    }
    Lineage served = new Lineage(kind.get(), true, publisher::current, publisher::publish);
    Reconciler.Step step = reconciler.step(served, some, budget, progress);
    reports.add(step);
    return new Outcome(step.manifest(), reports, step, underWay);
  }

  /** The kind of a generation; vectors of it cannot be made, so their length does not matter. */
  private static IndexKind kindOf(IndexManifest manifest) {
    return new IndexKind(manifest.embedder(), manifest.embedder().map(id -> 1), false);
  }

  private static boolean hasTime(Budget budget) {
    return budget.left().compareTo(RESERVE) > 0;
  }

  private static List<String> keys(List<ObjectInfo> pdfs) {
    return pdfs.stream().map(ObjectInfo::key).toList();
  }
}
