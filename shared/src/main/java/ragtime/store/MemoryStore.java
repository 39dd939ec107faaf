package ragtime.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** An ObjectStore that forgets everything with its process. */
public final class MemoryStore implements ObjectStore {

  @SuppressWarnings("ArrayRecordComponent")
  private record Stored(byte[] bytes, ObjectVersion version, Instant modified) {}

  private final Clock clock;
  private final TreeMap<String, Stored> objects = new TreeMap<>();
  private long writes;

  /** An empty store whose objects are dated by this clock. */
  public MemoryStore(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Reading get(String key, Wanted wanted) {
    Stored stored = objects.get(ObjectKeys.check(key));
    if (stored == null) {
      return new Reading.Absent();
    }
    Wanted.Part whole = new Wanted.Part(0, Long.MAX_VALUE);
    return switch (wanted) {
      case Wanted.Whole() -> content(stored, whole);
      case Wanted.Newer(var than) ->
          than.equals(stored.version) ? new Reading.Unchanged() : content(stored, whole);
      case Wanted.Part part -> content(stored, part);
    };
  }

  private static ObjectContent content(Stored stored, Wanted.Part part) {
    int from = (int) Math.min(part.from(), stored.bytes.length);
    int length = (int) part.of(stored.bytes.length);
    return new ObjectContent(
        new ByteArrayInputStream(stored.bytes, from, length), length, stored.version);
  }

  @Override
  public ObjectVersion put(String key, ObjectBody body) {
    ObjectKeys.check(key);
    byte[] bytes = bytes(body);
    synchronized (this) {
      return store(key, bytes);
    }
  }

  @Override
  public Optional<ObjectVersion> putIf(String key, ObjectBody body, PutCondition condition) {
    ObjectKeys.check(key);
    byte[] bytes = bytes(body);
    synchronized (this) {
      Optional<ObjectVersion> current = Optional.ofNullable(objects.get(key)).map(Stored::version);
      return condition.holds(current) ? Optional.of(store(key, bytes)) : Optional.empty();
    }
  }

  @Override
  public synchronized List<ObjectInfo> list(String prefix) {
    return objects.tailMap(prefix).entrySet().stream()
        .takeWhile(entry -> entry.getKey().startsWith(prefix))
        .map(
            entry ->
                new ObjectInfo(
                    entry.getKey(),
                    entry.getValue().bytes.length,
                    entry.getValue().version,
                    entry.getValue().modified))
        .toList();
  }

  @Override
  public synchronized void delete(String key) {
    objects.remove(ObjectKeys.check(key));
  }

  private ObjectVersion store(String key, byte[] bytes) {
    ObjectVersion version = new ObjectVersion(Long.toString(++writes));
    objects.put(key, new Stored(bytes, version, clock.instant()));
    return version;
  }

  private static byte[] bytes(ObjectBody body) {
    try (InputStream in = body.open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new StoreException(StoreException.Kind.UNAVAILABLE, "The body could not be read", e);
    }
  }
}
