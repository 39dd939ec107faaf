package ragtime.index;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectStore;

/**
 * The generations that are still there: to go back to one, and to clear away what no one can go
 * back to.
 */
public final class IndexHistory {

  private static final String PASSAGES = "passages/";

  private final ObjectStore store;
  private final Generations generations;
  private final Clock clock;

  /** The history of the index in this bucket or folder. */
  public IndexHistory(ObjectStore store, Clock clock) {
    this.store = store;
    this.generations = new Generations(store);
    this.clock = clock;
  }

  /** Every generation that is still there, the newest first. Damaged ones are left out. */
  public List<IndexManifest> generations() {
    return kept(Instant.MIN).stream().map(Kept::manifest).toList();
  }

  /** The generation that is served, if there is one. */
  public Optional<IndexManifest> current() {
    return generations.current().map(Generations.Current::manifest);
  }

  /**
   * Serves an earlier generation again.
   *
   * @param id its number, or its number and id such as {@code 12-9f3c01aa}
   * @return its manifest, or nothing if it is not there or a writer was faster
   */
  public Optional<IndexManifest> rollback(String id) {
    return kept(Instant.MIN).stream()
        .map(Kept::manifest)
        .filter(manifest -> id.equals("" + manifest.generation()) || id.equals(name(manifest)))
        .findFirst()
        .filter(manifest -> generations.advance(generations.pointerVersion(), manifest));
  }

  /**
   * Deletes generations older than a grace period, and the files and passages that none of the
   * others name. What was written within the grace period stays, for it may belong to a publication
   * on its way.
   *
   * @return how many objects were deleted
   */
  public int sweep(Duration grace) {
    Instant since = clock.instant().minus(grace);
    List<Kept> kept = kept(since);
    Set<String> named = new HashSet<>();
    for (Kept each : kept) {
      named.add(each.key());
      each.manifest().files().forEach(file -> named.add(IndexLayout.file(file.sha256())));
      each.manifest()
          .documents()
          .forEach(entry -> named.add(PASSAGES + entry.document().contentHash()));
    }
    int deleted = 0;
    for (String prefix : List.of(IndexLayout.MANIFESTS, IndexLayout.FILES, PASSAGES)) {
      for (ObjectInfo object : store.list(prefix)) {
        if (object.modified().isBefore(since) && !named.contains(nameOf(object.key()))) {
          store.delete(object.key());
          deleted++;
        }
      }
    }
    return deleted;
  }

  private record Kept(String key, IndexManifest manifest) {}

  /** The served generation and all that were written since, newest first. */
  private List<Kept> kept(Instant since) {
    Optional<IndexManifest> current = current();
    List<Kept> kept = new ArrayList<>();
    for (ObjectInfo object : store.list(IndexLayout.MANIFESTS)) {
      boolean served = current.map(now -> object.key().equals(key(now))).orElse(false);
      if (served || !object.modified().isBefore(since)) {
        generations
            .manifest(object.key())
            .ifPresent(found -> kept.add(new Kept(object.key(), found)));
      }
    }
    kept.sort(
        Comparator.comparing((Kept each) -> each.manifest().generation())
            .thenComparing(each -> each.manifest().published())
            .reversed());
    return kept;
  }

  /**
   * What a manifest names: a file or a manifest by its key, passages by the content they were read
   * from.
   */
  private static String nameOf(String key) {
    return key.startsWith(PASSAGES) ? key.substring(0, key.lastIndexOf('/')) : key;
  }

  private static String key(IndexManifest manifest) {
    return IndexLayout.manifest(manifest.generation(), manifest.id());
  }

  private static String name(IndexManifest manifest) {
    return manifest.generation() + "-" + manifest.id();
  }
}
