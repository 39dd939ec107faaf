package ragtime.index;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import ragtime.store.ObjectStore;
import ragtime.store.Patience;
import ragtime.store.PatientStore;

/**
 * A lineage that is built beside the served one, generation by generation, and served when it is
 * complete. A run that is cut short leaves what it published here, and the next goes on from it.
 * Readers see nothing of it until it is promoted.
 *
 * <p>Whoever builds, in this order: reads which generation is served ({@link
 * IndexPublisher#current()}); lists the library; publishes here what differs from {@link
 * #current()}, in as many steps as it likes; and when nothing differs any more, promotes what it
 * compared with in the place of what it read first. If either changed meanwhile, the promotion
 * fails, and it begins again with reading: so a document that another writer added to the served
 * lineage is found in the library and added here before anything is replaced.
 */
public final class LineageBuild {

  private final Clock clock;
  private final Generations served;
  private final Generations building;
  private final IndexPublisher publisher;

  LineageBuild(ObjectStore store, Path work, Clock clock) {
    this.clock = clock;
    PatientStore patient = new PatientStore(store, Patience.USUAL);
    this.served = new Generations(patient, Stage.SERVED);
    this.building = new Generations(patient, Stage.BUILDING);
    this.publisher = new IndexPublisher(store, work, clock, Stage.BUILDING);
  }

  /** What has been built so far; nothing if nothing has, or if it cannot be read. */
  public Optional<IndexManifest> current() {
    return building.readable(building.look());
  }

  /**
   * Adds a generation, as {@link IndexPublisher#publish} does; a build of another kind, or a
   * damaged one, is begun anew. If the build was promoted or abandoned meanwhile, this begins a new
   * one, which holds this change alone.
   */
  public IndexManifest publish(IndexKind kind, IndexChange change) {
    boolean anew = kind.anew() || current().filter(kind::continues).isEmpty();
    try {
      return publisher.publish(kind.anew(anew), change);
    } catch (DamagedIndexException e) {
      return publisher.publish(kind.anew(true), change);
    }
  }

  /**
   * Serves what was built in the place of what is served, as a generation with a number of its own,
   * and ends the build. The old lineage stays for the grace period, to roll back to.
   *
   * @param replaced what was served before the library was listed; nothing if nothing was, or what
   *     was is damaged
   * @param built what was compared with the library and lacks nothing
   * @return the generation that is served now; nothing, and nothing has changed, if another writer
   *     has published to either since
   */
  public Optional<IndexManifest> promote(Optional<IndexManifest> replaced, IndexManifest built) {
    Generations.Seen seen = served.look();
    boolean unchanged = name(current()).equals(Optional.of(built.name()));
    if (!unchanged || !name(served.readable(seen)).equals(name(replaced))) {
      return Optional.empty();
    }
    long latest = seen.isDamaged() ? clock.millis() : seen.latest();
    IndexManifest next = built.as(latest + 1, GenerationWriter.newId(), clock.instant());
    if (!served.advance(seen, next)) {
      return Optional.empty();
    }
    building.forget();
    return Optional.of(next);
  }

  /**
   * Ends the build without serving it: nobody wants this kind of index any more, or it has been
   * promoted by a writer that was killed before it could say so. What it published is swept.
   */
  public void abandon() {
    building.forget();
  }

  private static Optional<String> name(Optional<IndexManifest> manifest) {
    return manifest.map(IndexManifest::name);
  }
}
