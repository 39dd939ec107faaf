package ragtime.store;

import java.util.List;
import java.util.Optional;

/**
 * Named bytes with compare-and-set: a bucket, or a folder that behaves like one.
 *
 * <p>Keys are relative, with forward slashes, without empty, {@code .} or {@code ..} segments. A
 * write is seen whole or not at all, and at once by every reader. Safe for use by many threads and,
 * as far as single calls go, processes. Every method throws {@link StoreException} when the store
 * cannot be reached or refuses.
 */
public interface ObjectStore {

  /** Opens as much of an object as is wanted. The caller closes what it opened. */
  Reading get(String key, Wanted wanted);

  /** Opens an object, or gives nothing if there is none of that key. The caller closes it. */
  default Optional<ObjectContent> get(String key) {
    return switch (get(key, new Wanted.Whole())) {
      case ObjectContent content -> Optional.of(content);
      case Reading.Absent absent -> Optional.empty();
      case Reading.Unchanged unchanged ->
          throw new IllegalStateException("Nothing was said of a version");
    };
  }

  /** Writes an object, over any that is there, and returns its new version. */
  ObjectVersion put(String key, ObjectBody body);

  /**
   * Writes an object if the condition holds at that instant, else changes nothing and gives
   * nothing.
   */
  Optional<ObjectVersion> putIf(String key, ObjectBody body, PutCondition condition);

  /**
   * All objects whose key starts with the prefix (which may be empty), in the order of their keys.
   */
  List<ObjectInfo> list(String prefix);

  /** Removes an object; removing what is not there is no error. */
  void delete(String key);
}
