package ragtime.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.library.Audience;
import ragtime.library.Passage;
import ragtime.store.ObjectStore;
import ragtime.store.ObjectVersion;
import ragtime.store.StoreException;

/**
 * A reader's view of the newest generation: opened whole and verified, then swapped without
 * stopping the searches on the one before. A newer generation is looked for at a search, at most
 * once every {@code checkEvery}; when it cannot be had, the one at hand goes on being served.
 */
public final class IndexReplica implements PassageIndex, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(IndexReplica.class);

  private final Generations generations;
  private final LocalFiles files;
  private final Duration checkEvery;
  private final Clock clock;

  private Served served;
  private Instant checked;

  private IndexReplica(
      Generations generations, LocalFiles files, Duration checkEvery, Clock clock, Served served) {
    this.generations = generations;
    this.files = files;
    this.checkEvery = checkEvery;
    this.clock = clock;
    this.served = served;
    this.checked = clock.instant();
  }

  /**
   * Opens the current generation.
   *
   * @param store the bucket or folder of the index
   * @param cache a folder of this machine's for downloaded files; not used if the store is a folder
   * @param checkEvery how often at most to look for a newer generation
   * @return nothing if none was ever published
   * @throws DamagedIndexException if what was published is damaged, or of another version of
   *     ragtime
   */
  public static Optional<IndexReplica> open(
      ObjectStore store, Path cache, Duration checkEvery, Clock clock) {
    Generations generations = new Generations(store, Stage.SERVED);
    LocalFiles files = new LocalFiles(store, cache);
    return generations
        .current()
        .map(
            current ->
                new IndexReplica(generations, files, checkEvery, clock, open(files, current)));
  }

  @Override
  public List<Hit> search(PassageQuery query) {
    refreshIfDue();
    Served lease = acquire();
    try {
      return lease.searcher.search(query);
    } finally {
      release(lease);
    }
  }

  @Override
  public List<Passage> page(String document, int page, Audience audience) {
    refreshIfDue();
    Served lease = acquire();
    try {
      return lease.searcher.page(document, page, audience);
    } finally {
      release(lease);
    }
  }

  @Override
  public IndexManifest manifest() {
    refreshIfDue();
    synchronized (this) {
      return served.manifest;
    }
  }

  /**
   * Looks for a newer generation now, and serves it if there is one. Throws what keeps it from
   * doing so.
   */
  public void refresh() {
    ObjectVersion known;
    synchronized (this) {
      checked = clock.instant();
      known = served.pointer;
    }
    if (generations.pointerVersion().equals(Optional.of(known))) {
      return;
    }
    Optional<Generations.Current> current = generations.current();
    if (current.isPresent()) {
      swap(open(files, current.get()));
    }
  }

  @Override
  public void close() {
    Served last;
    synchronized (this) {
      last = served;
    }
    release(last);
  }

  private void refreshIfDue() {
    synchronized (this) {
      if (clock.instant().isBefore(checked.plus(checkEvery))) {
        return;
      }
      checked = clock.instant();
    }
    try {
      refresh();
    } catch (StoreException | DamagedIndexException | UncheckedIOException e) {
      LOG.warn("Goes on serving generation {}: {}", generation(), e.getMessage());
    }
  }

  private synchronized long generation() {
    return served.manifest.generation();
  }

  private void swap(Served next) {
    Served previous;
    synchronized (this) {
      previous = served;
      served = next;
    }
    release(previous);
    files.keepOnly(
        next.manifest.files().stream().map(IndexFile::sha256).collect(Collectors.toSet()));
  }

  private synchronized Served acquire() {
    served.leases++;
    return served;
  }

  private synchronized void release(Served lease) {
    if (--lease.leases == 0) {
      lease.close();
    }
  }

  private static Served open(LocalFiles files, Generations.Current current) {
    IndexManifest manifest = current.manifest();
    if (manifest.schemaVersion() != PassageSchema.VERSION) {
      throw new DamagedIndexException(
          "The index was made by another version of ragtime (schema "
              + manifest.schemaVersion()
              + ", not "
              + PassageSchema.VERSION
              + ")",
          null);
    }
    files.fetch(manifest.files());
    try {
      GenerationDirectory directory =
          new GenerationDirectory(files.open(), manifest.files(), new ByteBuffersDirectory());
      return new Served(current.pointer(), manifest, directory, new PassageSearcher(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An open generation, closed when the last search lets go of it and it is no longer served. */
  private static final class Served {
    final ObjectVersion pointer;
    final IndexManifest manifest;
    final GenerationDirectory directory;
    final PassageSearcher searcher;
    int leases = 1;

    Served(
        ObjectVersion pointer,
        IndexManifest manifest,
        GenerationDirectory directory,
        PassageSearcher searcher) {
      this.pointer = pointer;
      this.manifest = manifest;
      this.directory = directory;
      this.searcher = searcher;
    }

    void close() {
      try (directory) {
        searcher.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
