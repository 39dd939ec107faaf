package ragtime.index;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import ragtime.store.ObjectStore;
import ragtime.store.Patience;
import ragtime.store.PatientStore;

/**
 * Publishes generations of the index: files first, then the manifest, then the pointer by
 * compare-and-set. A writer that is killed leaves the generation before it in service; one that
 * loses a race applies its change again to what the winner published.
 *
 * <p>What cannot be built upon, because it has another embedder or schema, is replaced in one of
 * two ways: at once, by a kind of index that begins {@code anew}; or by a {@link #building()
 * lineage built beside it}, in as many steps as it takes, which is served when it is complete.
 */
public final class IndexPublisher {

  /**
   * Races are lost to a writer that succeeded, so this many in a row means that something else is
   * wrong.
   */
  private static final int ATTEMPTS = 100;

  private final ObjectStore store;
  private final Path work;
  private final Clock clock;
  private final Generations generations;
  private final LocalFiles files;
  private final GenerationWriter writer;

  /**
   * @param store the bucket or folder of the index
   * @param work a folder of this machine's for files on their way
   * @param clock dates the generations
   */
  public IndexPublisher(ObjectStore store, Path work, Clock clock) {
    this(store, work, clock, Stage.SERVED);
  }

  IndexPublisher(ObjectStore store, Path work, Clock clock, Stage stage) {
    PatientStore patient = new PatientStore(store, Patience.USUAL);
    this.store = store;
    this.work = work;
    this.clock = clock;
    this.generations = new Generations(patient, stage);
    this.files = new LocalFiles(store, work.resolve("files"));
    this.writer = new GenerationWriter(patient, files, work, clock);
  }

  /** The lineage that is being built beside the one this publishes to, or is yet to be begun. */
  public LineageBuild building() {
    return new LineageBuild(store, work.resolve("building"), clock);
  }

  /**
   * The current generation; nothing if there is none. Throws {@link DamagedIndexException} if it
   * cannot be read.
   */
  public Optional<IndexManifest> current() {
    return generations.current().map(Generations.Current::manifest);
  }

  /**
   * The current generation, its files verified; nothing if there is none. Throws {@link
   * DamagedIndexException}.
   */
  public Optional<IndexManifest> verified() {
    Optional<IndexManifest> manifest = current();
    manifest.ifPresent(current -> files.fetch(current.files()));
    return manifest;
  }

  /**
   * Publishes the generation that this change makes of the current one; the first begins a lineage.
   *
   * @param kind what vectors the index holds, and whether to begin anew
   * @return the manifest that was published
   * @throws OtherLineageException if the current generation is of another kind, also if it was not
   *     when this began, and it is not to begin anew
   * @throws DamagedIndexException if the current generation is damaged, and it is not to begin anew
   */
  public IndexManifest publish(IndexKind kind, IndexChange change) {
    boolean anew = kind.anew();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Generations.Seen seen = generations.look();
      Optional<IndexManifest> base = anew ? Optional.empty() : base(kind, seen);
      // After damage numbers go on from the clock, so that they still only grow.
      long latest = seen.isDamaged() ? clock.millis() : seen.latest();
      IndexManifest next = writer.write(kind, base, latest + 1, change);
      if (generations.advance(seen, next)) {
        files.keepOnly(next.files().stream().map(IndexFile::sha256).collect(Collectors.toSet()));
        return next;
      }
      anew = false;
    }
    throw new IllegalStateException("Lost " + ATTEMPTS + " races for the index in a row");
  }

  private Optional<IndexManifest> base(IndexKind kind, Generations.Seen seen) {
    Optional<IndexManifest> current = generations.manifest(seen);
    if (current.isPresent() && !kind.continues(current.get())) {
      throw new OtherLineageException(
          "Generation "
              + current.get().name()
              + " was made with another embedding model or by another version of ragtime");
    }
    return current;
  }
}
