package ragtime.index;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ragtime.store.ObjectInfo;
import ragtime.store.PatientStore;

/**
 * Clears away what is older than the grace period and belongs to no generation that is kept. It
 * looks twice, and between says what it is about to delete: see {@link Condemned}.
 */
final class Sweep {

  private static final List<String> SWEPT =
      List.of(
          Stage.SERVED.manifests(),
          Stage.BUILDING.manifests(),
          IndexLayout.FILES,
          IndexLayout.PASSAGES,
          IndexLayout.PICTURES,
          IndexLayout.REPORTS);

  private final PatientStore store;
  private final Instant now;
  private final Instant since;
  private final Condemned condemned;

  Sweep(PatientStore store, Instant now, Duration grace) {
    this.store = store;
    this.now = now;
    this.since = now.minus(grace);
    this.condemned = new Condemned(store);
  }

  /** Runs once, and gives how many objects were deleted. */
  int run() {
    condemned.removeAbandoned(now);
    List<String> unnamed = unnamed(old());
    if (unnamed.isEmpty()) {
      return 0;
    }
    String list = condemned.add(unnamed);
    List<String> doomed = unnamed(unnamed);
    doomed.forEach(store::delete);
    condemned.remove(list);
    return doomed.size();
  }

  private List<String> old() {
    List<String> keys = new ArrayList<>();
    for (String prefix : SWEPT) {
      store.list(prefix).stream()
          .filter(object -> object.modified().isBefore(since))
          .map(ObjectInfo::key)
          .forEach(keys::add);
    }
    return keys;
  }

  /** Those keys that nothing of what is kept has a use for. */
  private List<String> unnamed(List<String> keys) {
    Set<String> named = new HashSet<>();
    for (Stage stage : Stage.values()) {
      addNamed(stage, named);
    }
    return keys.stream().filter(key -> !named.contains(nameOf(key))).toList();
  }

  private void addNamed(Stage stage, Set<String> named) {
    Generations generations = new Generations(store, stage);
    // Damage stops the sweep, except of a build, which nobody could go on with.
    Optional<IndexManifest> current =
        stage == Stage.SERVED
            ? generations.manifest(generations.look())
            : generations.readable(generations.look());
    current.ifPresent(manifest -> addNamed(stage, manifest, named));
    Optional<String> newest = current.map(stage::manifest);
    for (ObjectInfo object : store.list(stage.manifests())) {
      boolean young = !object.modified().isBefore(since);
      if (young && !newest.equals(Optional.of(object.key()))) {
        generations.manifest(object.key()).ifPresent(found -> addNamed(stage, found, named));
      }
    }
  }

  private static void addNamed(Stage stage, IndexManifest manifest, Set<String> named) {
    named.add(stage.manifest(manifest));
    if (stage == Stage.SERVED) {
      named.add(IndexLayout.REPORTS + manifest.generation());
    }
    manifest.files().forEach(file -> named.add(IndexLayout.file(file.sha256())));
    for (IndexedDocument entry : manifest.documents()) {
      named.add(IndexLayout.PASSAGES + entry.document().contentHash());
      named.add(IndexLayout.PICTURES + entry.document().contentHash());
    }
  }

  /**
   * What a manifest names an object by: itself, or what it was made of. Passages and pictures are
   * made of the content of a document, reports of a generation.
   */
  private static String nameOf(String key) {
    if (key.startsWith(IndexLayout.PASSAGES) || key.startsWith(IndexLayout.PICTURES)) {
      return before(key, '/');
    }
    return key.startsWith(IndexLayout.REPORTS) ? before(key, '.') : key;
  }

  private static String before(String key, char last) {
    int end = key.lastIndexOf(last);
    return end < 0 ? key : key.substring(0, end);
  }
}
