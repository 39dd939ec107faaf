package ragtime.bot;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.index.DamagedIndexException;
import ragtime.index.Hit;
import ragtime.index.IndexManifest;
import ragtime.index.IndexReplica;
import ragtime.index.PassageIndex;
import ragtime.index.PassageQuery;
import ragtime.library.Audience;
import ragtime.library.Passage;
import ragtime.store.ObjectStore;
import ragtime.store.StoreException;

/**
 * The index of a bucket in which perhaps none was published yet: until then nothing is found. While
 * what was published cannot be opened, that is thrown.
 */
final class PublishedIndex implements PassageIndex, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PublishedIndex.class);
  private static final IndexManifest NONE =
      new IndexManifest(
          0, "none", 0, "none", Instant.EPOCH, Optional.empty(), List.of(), List.of());

  private final ObjectStore store;
  private final Path cache;
  private final Duration checkEvery;
  private final Clock clock;
  private Optional<IndexReplica> replica = Optional.empty();

  /**
   * The index of this store.
   *
   * @param cache a folder of this machine's for downloaded files
   * @param checkEvery how often at most to look for a newer generation
   */
  PublishedIndex(ObjectStore store, Path cache, Duration checkEvery, Clock clock) {
    this.store = store;
    this.cache = cache;
    this.checkEvery = checkEvery;
    this.clock = clock;
  }

  @Override
  public List<Hit> search(PassageQuery query) {
    return ask(index -> index.search(query), List.of());
  }

  @Override
  public List<Passage> page(String document, int page, Audience audience) {
    return ask(index -> index.page(document, page, audience), List.of());
  }

  @Override
  public IndexManifest manifest() {
    return ask(PassageIndex::manifest, NONE);
  }

  /** Looks for a newer generation now; goes on with the one at hand if it cannot be had. */
  @Override
  public void refresh() {
    try {
      if (isOpen()) {
        open().ifPresent(IndexReplica::refresh);
      } else {
        open(); // that looks, too
      }
    } catch (StoreException | DamagedIndexException | UncheckedIOException e) {
      LOG.warn("The index is not refreshed: {}", e.getMessage());
    }
  }

  private <T> T ask(Function<PassageIndex, T> question, T nothing) {
    return open().map(question::apply).orElse(nothing);
  }

  private synchronized boolean isOpen() {
    return replica.isPresent();
  }

  private synchronized Optional<IndexReplica> open() {
    if (replica.isEmpty()) {
      replica = IndexReplica.open(store, cache, checkEvery, clock);
    }
    return replica;
  }

  @Override
  public synchronized void close() {
    replica.ifPresent(IndexReplica::close);
  }
}
