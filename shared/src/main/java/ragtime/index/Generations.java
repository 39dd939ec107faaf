package ragtime.index;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import ragtime.library.Sha256;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectContent;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectVersion;
import ragtime.store.Patience;
import ragtime.store.PatientStore;
import ragtime.store.PutCondition;
import ragtime.store.Reading;
import ragtime.store.StoreException;
import ragtime.store.Wanted;

/**
 * The published generations of a stage: which is its newest, and giving it a newer one by
 * compare-and-set.
 */
final class Generations {

  /**
   * The pointer at one instant.
   *
   * @param version its version; empty if there is no pointer
   * @param names what it says; empty also if it is damaged
   */
  record Seen(Optional<ObjectVersion> version, Optional<IndexPointer> names) {

    /** The highest number given so far; 0 if that is unknown. */
    long latest() {
      return names.map(IndexPointer::latest).orElse(0L);
    }

    boolean isDamaged() {
      return version.isPresent() && names.isEmpty();
    }
  }

  /**
   * The current generation.
   *
   * @param pointer the version of the pointer that names it
   * @param manifest its manifest
   */
  record Current(ObjectVersion pointer, IndexManifest manifest) {}

  private final PatientStore store;
  private final Patience patience;
  private final Stage stage;
  private final Condemned condemned;

  Generations(PatientStore store, Stage stage) {
    this.store = store;
    this.patience = store.patience();
    this.stage = stage;
    this.condemned = new Condemned(store);
  }

  /** The pointer as it is now. */
  Seen look() {
    return store.read(stage.pointer(), new Wanted.Whole(), Generations::seen).orElseThrow();
  }

  /** The pointer as it is now, or nothing if it is still in this version. */
  Optional<Seen> lookAgain(ObjectVersion known) {
    return store.read(stage.pointer(), new Wanted.Newer(known), Generations::seen);
  }

  private static Optional<Seen> seen(Reading reading) {
    return switch (reading) {
      case Reading.Unchanged unchanged -> Optional.empty();
      case Reading.Absent absent -> Optional.of(new Seen(Optional.empty(), Optional.empty()));
      case ObjectContent content -> {
        Optional<ObjectVersion> version = Optional.of(content.version());
        try {
          IndexPointer pointer = IndexPointer.decode(content.readAll());
          yield Optional.of(new Seen(version, Optional.of(pointer)));
        } catch (DamagedIndexException e) {
          yield Optional.of(new Seen(version, Optional.empty()));
        }
      }
    };
  }

  /**
   * The current generation, or nothing if none was ever published. Throws {@link
   * DamagedIndexException}.
   */
  Optional<Current> current() {
    Seen seen = look();
    return manifest(seen).map(manifest -> new Current(seen.version().orElseThrow(), manifest));
  }

  /** The manifest of a pointer. Throws {@link DamagedIndexException}. */
  Optional<IndexManifest> manifest(Seen seen) {
    if (seen.isDamaged()) {
      throw new DamagedIndexException(stage.pointer() + " is not a pointer", null);
    }
    return seen.names().map(this::manifest);
  }

  /** The manifest of a pointer, or nothing if it is damaged or there is none. */
  Optional<IndexManifest> readable(Seen seen) {
    try {
      return manifest(seen);
    } catch (DamagedIndexException e) {
      return Optional.empty();
    }
  }

  /**
   * Makes this the current generation, if the pointer is still what was seen. False if another
   * writer was first, or a sweep is about to delete a part of it; throws {@link
   * DamagedIndexException} if a part is missing already.
   */
  boolean advance(Seen seen, IndexManifest manifest) {
    byte[] bytes = ManifestCodec.encode(manifest);
    String key = stage.manifest(manifest);
    store.put(key, ObjectBody.of(bytes));
    if (condemns(key, manifest)) {
      return false;
    }
    requireAll(manifest);
    long latest = Math.max(seen.latest(), manifest.generation());
    IndexPointer next = new IndexPointer(manifest.generation(), latest, key, Sha256.of(bytes));
    return patience.with(() -> swap(seen.version(), next));
  }

  /**
   * Whether the pointer says this now, where it said what was seen. A write that broke off may have
   * happened, or may happen yet: so the same is written again, and whoever is refused looks whether
   * it was by himself.
   */
  private boolean swap(Optional<ObjectVersion> seen, IndexPointer next) {
    PutCondition unchanged =
        seen.<PutCondition>map(PutCondition.Unchanged::new).orElseGet(PutCondition.Absent::new);
    try {
      if (store.putIf(stage.pointer(), ObjectBody.of(next.encode()), unchanged).isPresent()) {
        return true;
      }
    } catch (StoreException e) {
      if (e.kind() != StoreException.Kind.UNAVAILABLE || look().version().equals(seen)) {
        throw e;
      }
    }
    return look().names().equals(Optional.of(next));
  }

  /** Removes the pointer; its generations are swept in time. */
  void forget() {
    store.delete(stage.pointer());
  }

  /** A manifest by its key, or nothing if it is gone or damaged. */
  Optional<IndexManifest> manifest(String key) {
    try {
      return store.bytes(key).map(ManifestCodec::decode);
    } catch (DamagedIndexException e) {
      return Optional.empty();
    }
  }

  private boolean condemns(String key, IndexManifest manifest) {
    Set<String> doomed = condemned.keys();
    return doomed.contains(key)
        || manifest.files().stream()
            .anyMatch(file -> doomed.contains(IndexLayout.file(file.sha256())));
  }

  private void requireAll(IndexManifest manifest) {
    Set<String> there = new HashSet<>();
    store.list(IndexLayout.FILES).stream().map(ObjectInfo::key).forEach(there::add);
    for (IndexFile file : manifest.files()) {
      if (!there.contains(IndexLayout.file(file.sha256()))) {
        throw new DamagedIndexException("Index file " + file.name() + " is missing", null);
      }
    }
  }

  private IndexManifest manifest(IndexPointer pointer) {
    byte[] bytes =
        store
            .bytes(pointer.manifest())
            .orElseThrow(() -> new DamagedIndexException(pointer.manifest() + " is missing", null));
    if (!Sha256.of(bytes).equals(pointer.sha256())) {
      throw new DamagedIndexException(pointer.manifest() + " is not what was published", null);
    }
    return ManifestCodec.decode(bytes);
  }
}
