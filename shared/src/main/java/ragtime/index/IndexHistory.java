package ragtime.index;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectStore;
import ragtime.store.Patience;
import ragtime.store.PatientStore;

/**
 * The generations that are still there: to go back to one, and to clear away what no one can go
 * back to.
 */
public final class IndexHistory {

  private final PatientStore store;
  private final Generations generations;
  private final Clock clock;

  /** The history of the index in this bucket or folder. */
  public IndexHistory(ObjectStore store, Clock clock) {
    this.store = new PatientStore(store, Patience.USUAL);
    this.generations = new Generations(this.store, Stage.SERVED);
    this.clock = clock;
  }

  /**
   * Every generation that was served and is still there, the newest first. Damaged ones are left
   * out.
   */
  public List<IndexManifest> generations() {
    List<IndexManifest> found = new ArrayList<>();
    for (ObjectInfo object : store.list(Stage.SERVED.manifests())) {
      generations.manifest(object.key()).ifPresent(found::add);
    }
    found.sort(
        Comparator.comparing(IndexManifest::generation)
            .thenComparing(IndexManifest::published)
            .reversed());
    return found;
  }

  /** The generation that is served, if there is one. */
  public Optional<IndexManifest> current() {
    return generations.current().map(Generations.Current::manifest);
  }

  /**
   * Serves an earlier generation again, be it of the same lineage or another.
   *
   * @param id its number, or its number and id such as {@code 12-9f3c01aa}
   * @return its manifest, or nothing if it is not there, is about to be swept, or a writer was
   *     faster
   * @throws DamagedIndexException if a part of it is missing
   */
  public Optional<IndexManifest> rollback(String id) {
    Generations.Seen seen = generations.look();
    return generations().stream()
        .filter(manifest -> id.equals("" + manifest.generation()) || id.equals(manifest.name()))
        .findFirst()
        .filter(manifest -> generations.advance(seen, manifest));
  }

  /**
   * Deletes generations older than a grace period, and the files, passages, pictures and reports
   * that belong to none of the others. What is served and what is being built stays, and so does
   * what was written within the grace period, for it may belong to a publication on its way: no
   * publication may take longer. Safe beside publications, promotions, rollbacks and other sweeps.
   *
   * <p>A document's text is gone when no kept generation has the document: at the first sweep that
   * comes a grace period after its removal was published.
   *
   * @return how many objects were deleted
   */
  public int sweep(Duration grace) {
    return new Sweep(store, clock.instant(), grace).run();
  }
}
