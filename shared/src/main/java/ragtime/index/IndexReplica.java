package ragtime.index;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.library.Audience;
import ragtime.library.Passage;
import ragtime.store.ObjectStore;
import ragtime.store.ObjectVersion;
import ragtime.store.Patience;
import ragtime.store.PatientStore;

/**
 * A reader's view of the newest generation: opened whole and verified, then swapped without
 * stopping the searches on the one before.
 *
 * <p>A newer generation is looked for at a search, at most once every {@code checkEvery}, on a
 * thread of its own. The search waits a short time for it, so that it mostly finds what was
 * published before it, and else goes on with the generation at hand. That is served also while a
 * newer one cannot be had; {@link #freshness} says so.
 */
public final class IndexReplica implements PassageIndex, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(IndexReplica.class);

  private final Generations generations;
  private final LocalFiles files;
  private final Clock clock;
  private final BackgroundLook looks;

  /** Held by whoever looks for a newer generation, or removes files that none of ours needs. */
  private final ReentrantLock refreshing = new ReentrantLock();

  /** Those that are open: what is served, and what searches have not let go of. */
  private final Set<OpenGeneration> open = new HashSet<>();

  private OpenGeneration served;
  private ObjectVersion pointer;
  private Instant checked;
  private Optional<String> trouble = Optional.empty();
  private boolean closed;

  private IndexReplica(
      Generations generations,
      LocalFiles files,
      Duration checkEvery,
      Clock clock,
      ObjectVersion pointer,
      OpenGeneration first) {
    this.generations = generations;
    this.files = files;
    this.clock = clock;
    this.pointer = pointer;
    this.served = first;
    this.checked = clock.instant();
    this.open.add(first);
    this.looks = new BackgroundLook(this::refreshOrGoOn, checkEvery, clock);
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
    var generations = new Generations(new PatientStore(store, Patience.USUAL), Stage.SERVED);
    LocalFiles files = new LocalFiles(store, cache);
    return generations
        .current()
        .map(
            current ->
                new IndexReplica(
                    generations,
                    files,
                    checkEvery,
                    clock,
                    current.pointer(),
                    OpenGeneration.of(current.manifest(), files)));
  }

  @Override
  public List<Hit> search(PassageQuery query) {
    return served(searcher -> searcher.search(query));
  }

  @Override
  public List<Passage> page(String document, int page, Audience audience) {
    return served(searcher -> searcher.page(document, page, audience));
  }

  private <T> T served(Function<PassageSearcher, T> use) {
    looks.ifDue();
    OpenGeneration lease = acquire();
    try {
      return use.apply(lease.searcher());
    } finally {
      release(lease);
    }
  }

  @Override
  public IndexManifest manifest() {
    looks.ifDue();
    synchronized (this) {
      return served.manifest();
    }
  }

  /** How new what is served is, without looking for anything newer. */
  public synchronized Freshness freshness() {
    IndexManifest manifest = served.manifest();
    return new Freshness(manifest.generation(), manifest.published(), checked, trouble);
  }

  /**
   * Looks for a newer generation now, and serves it if there is one. Throws what keeps it from
   * doing so.
   */
  @Override
  public void refresh() {
    refreshing.lock();
    try {
      Instant began = clock.instant();
      Optional<Generations.Seen> newer = generations.lookAgain(pointer);
      if (newer.isPresent()) {
        follow(newer.get());
      }
      succeeded(began);
    } finally {
      refreshing.unlock();
    }
    removeUnneeded();
  }

  @Override
  public void close() {
    looks.close();
    OpenGeneration last;
    synchronized (this) {
      closed = true;
      last = served;
    }
    release(last);
  }

  private void follow(Generations.Seen seen) {
    IndexManifest manifest =
        generations
            .manifest(seen)
            .orElseThrow(() -> new DamagedIndexException("The index has been removed", null));
    if (!manifest.name().equals(served.manifest().name())) {
      swap(OpenGeneration.of(manifest, files));
    }
    pointer = seen.version().orElseThrow();
  }

  private void swap(OpenGeneration next) {
    OpenGeneration previous;
    synchronized (this) {
      open.add(next);
      previous = closed ? next : served;
      served = closed ? served : next;
    }
    release(previous);
  }

  private void refreshOrGoOn() {
    try {
      refresh();
    } catch (RuntimeException e) {
      Freshness at = failed(e);
      LOG.warn(
          "Goes on serving generation {} of {}, which was the newest at {}: {}",
          at.generation(),
          at.published(),
          at.checked(),
          at.trouble().orElse(""));
    }
  }

  private synchronized void succeeded(Instant began) {
    checked = began;
    trouble = Optional.empty();
  }

  private synchronized Freshness failed(RuntimeException e) {
    trouble = Optional.of(String.valueOf(e.getMessage()));
    return freshness();
  }

  /** Does something while what is served now stays open. */
  void holding(Runnable work) {
    OpenGeneration lease = acquire();
    try {
      work.run();
    } finally {
      release(lease);
    }
  }

  private synchronized OpenGeneration acquire() {
    served.hold();
    return served;
  }

  private void release(OpenGeneration lease) {
    boolean last;
    synchronized (this) {
      last = lease.letGo();
      if (last) {
        open.remove(lease);
      }
    }
    if (last) {
      removeUnneeded();
    }
  }

  /** Not while files come that are not yet part of an open generation: then afterwards. */
  private void removeUnneeded() {
    if (refreshing.isHeldByCurrentThread() || !refreshing.tryLock()) {
      return;
    }
    try {
      Set<String> needed = new HashSet<>();
      synchronized (this) {
        open.forEach(each -> needed.addAll(each.hashes()));
      }
      if (!needed.isEmpty()) {
        files.keepOnly(needed);
      }
    } finally {
      refreshing.unlock();
    }
  }
}
