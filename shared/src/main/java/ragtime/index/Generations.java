package ragtime.index;

import java.util.Optional;
import ragtime.library.Sha256;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectContent;
import ragtime.store.ObjectStore;
import ragtime.store.ObjectVersion;
import ragtime.store.PutCondition;

/**
 * The published generations of an index: which is current, and making another current by
 * compare-and-set.
 */
final class Generations {

  /**
   * The current generation.
   *
   * @param pointer the version of the pointer that names it
   * @param manifest its manifest
   */
  record Current(ObjectVersion pointer, IndexManifest manifest) {}

  private final ObjectStore store;

  Generations(ObjectStore store) {
    this.store = store;
  }

  /** The pointer's version, if there is a pointer: cheap, to see whether anything has changed. */
  Optional<ObjectVersion> pointerVersion() {
    try (ObjectContent content = store.get(IndexLayout.POINTER).orElse(null)) {
      return Optional.ofNullable(content).map(ObjectContent::version);
    }
  }

  /**
   * The current generation, or nothing if none was ever published. Throws {@link
   * DamagedIndexException}.
   */
  Optional<Current> current() {
    Optional<ObjectContent> pointer = store.get(IndexLayout.POINTER);
    if (pointer.isEmpty()) {
      return Optional.empty();
    }
    try (ObjectContent content = pointer.get()) {
      IndexPointer decoded = IndexPointer.decode(content.readAll());
      return Optional.of(new Current(content.version(), manifest(decoded)));
    }
  }

  /**
   * Makes this the current generation, if the pointer is still what it was (empty: not there).
   * False if another writer was first.
   */
  boolean advance(Optional<ObjectVersion> pointer, IndexManifest manifest) {
    byte[] bytes = ManifestCodec.encode(manifest);
    String key = IndexLayout.manifest(manifest.generation(), manifest.id());
    store.put(key, ObjectBody.of(bytes));
    PutCondition unchanged =
        pointer.<PutCondition>map(PutCondition.Unchanged::new).orElseGet(PutCondition.Absent::new);
    byte[] next = new IndexPointer(manifest.generation(), key, Sha256.of(bytes)).encode();
    return store.putIf(IndexLayout.POINTER, ObjectBody.of(next), unchanged).isPresent();
  }

  /** A manifest by its key, or nothing if it is gone or damaged. */
  Optional<IndexManifest> manifest(String key) {
    try (ObjectContent content = store.get(key).orElse(null)) {
      return Optional.ofNullable(content).map(each -> ManifestCodec.decode(each.readAll()));
    } catch (DamagedIndexException e) {
      return Optional.empty();
    }
  }

  private IndexManifest manifest(IndexPointer pointer) {
    byte[] bytes;
    try (ObjectContent content = store.get(pointer.manifest()).orElse(null)) {
      if (content == null) {
        throw new DamagedIndexException(pointer.manifest() + " is missing", null);
      }
      bytes = content.readAll();
    }
    if (!Sha256.of(bytes).equals(pointer.sha256())) {
      throw new DamagedIndexException(pointer.manifest() + " is not what was published", null);
    }
    return ManifestCodec.decode(bytes);
  }
}
