package ragtime.bench;

import java.io.FilterInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectContent;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectStore;
import ragtime.store.ObjectVersion;
import ragtime.store.PutCondition;
import ragtime.store.Reading;
import ragtime.store.Wanted;

/** A store that counts what passes. */
final class CountingStore implements ObjectStore {

  private final ObjectStore store;
  private final AtomicLong up = new AtomicLong();
  private final AtomicLong down = new AtomicLong();
  private final AtomicLong reads = new AtomicLong();
  private final AtomicLong writes = new AtomicLong();
  private final AtomicLong lists = new AtomicLong();

  CountingStore(ObjectStore store) {
    this.store = store;
  }

  /** Bytes and calls since the last count. */
  record Traffic(long up, long down, long reads, long writes, long lists) {}

  Traffic count() {
    return new Traffic(
        up.getAndSet(0),
        down.getAndSet(0),
        reads.getAndSet(0),
        writes.getAndSet(0),
        lists.getAndSet(0));
  }

  @Override
  public Reading get(String key, Wanted wanted) {
    reads.incrementAndGet();
    return switch (store.get(key, wanted)) {
      case ObjectContent content ->
          new ObjectContent(new Counted(content), content.length(), content.version());
      case Reading.Unchanged unchanged -> unchanged;
      case Reading.Absent absent -> absent;
    };
  }

  @Override
  public ObjectVersion put(String key, ObjectBody body) {
    writes.incrementAndGet();
    up.addAndGet(body.length());
    return store.put(key, body);
  }

  @Override
  public Optional<ObjectVersion> putIf(String key, ObjectBody body, PutCondition condition) {
    writes.incrementAndGet();
    up.addAndGet(body.length());
    return store.putIf(key, body, condition);
  }

  @Override
  public List<ObjectInfo> list(String prefix) {
    lists.incrementAndGet();
    return store.list(prefix);
  }

  @Override
  public void delete(String key) {
    writes.incrementAndGet();
    store.delete(key);
  }

  private final class Counted extends FilterInputStream {

    Counted(ObjectContent content) {
      super(content.stream());
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      down.addAndGet(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
      int read = super.read(into, offset, count);
      down.addAndGet(Math.max(0, read));
      return read;
    }
  }
}
