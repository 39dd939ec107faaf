package ragtime.index;

import java.io.FilterInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectContent;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectStore;
import ragtime.store.ObjectVersion;
import ragtime.store.PutCondition;
import ragtime.store.Reading;
import ragtime.store.StoreException;
import ragtime.store.Wanted;

/**
 * A store that fails in so many of a hundred calls: before it has done what was asked, after it, or
 * in the midst of a body, which then ends early or breaks.
 */
public final class UnreliableStore implements ObjectStore {

  /** Chance has runs of any length; no patience outlasts them all, so those of a thread are cut. */
  private static final int MOST_IN_A_ROW = 5;

  private final ObjectStore store;
  private final int percent;
  private final Random random;
  private final AtomicInteger failures = new AtomicInteger();
  private final ThreadLocal<Integer> inARow = ThreadLocal.withInitial(() -> 0);

  /** Fails as the seed decides. */
  public UnreliableStore(ObjectStore store, int percent, long seed) {
    this.store = store;
    this.percent = percent;
    this.random = new Random(seed);
  }

  /** How often it has failed so far. */
  public int failures() {
    return failures.get();
  }

  @Override
  public Reading get(String key, Wanted wanted) {
    Reading reading = perhaps(() -> store.get(key, wanted));
    if (reading instanceof ObjectContent content && content.length() > 0 && fails()) {
      long cut = draw((int) Math.min(content.length(), Integer.MAX_VALUE));
      return new ObjectContent(
          new CutStream(content, cut, draw(2) == 0), content.length(), content.version());
    }
    return reading;
  }

  @Override
  public ObjectVersion put(String key, ObjectBody body) {
    return perhaps(() -> store.put(key, body));
  }

  @Override
  public Optional<ObjectVersion> putIf(String key, ObjectBody body, PutCondition condition) {
    return perhaps(() -> store.putIf(key, body, condition));
  }

  @Override
  public List<ObjectInfo> list(String prefix) {
    return perhaps(() -> store.list(prefix));
  }

  @Override
  public void delete(String key) {
    boolean deleted =
        perhaps(
            () -> {
              store.delete(key);
              return true;
            });
    assert deleted;
  }

  private <T> T perhaps(Supplier<T> call) {
    if (!fails()) {
      return call.get();
    }
    if (draw(2) == 0) {
      throw new StoreException(StoreException.Kind.UNAVAILABLE, "Failed before", null);
    }
    T done = call.get();
    if (done instanceof ObjectContent content) {
      content.close();
    }
    throw new StoreException(StoreException.Kind.UNAVAILABLE, "Failed after", null);
  }

  private boolean fails() {
    int before = inARow.get();
    boolean fails = before < MOST_IN_A_ROW && draw(100) < percent;
    inARow.set(fails ? before + 1 : 0);
    if (fails) {
      failures.incrementAndGet();
    }
    return fails;
  }

  private synchronized int draw(int bound) {
    return random.nextInt(bound);
  }

  /** The first bytes of a body, and then its end or a failure. */
  private static final class CutStream extends FilterInputStream {
    private final boolean breaks;
    private long left;

    CutStream(ObjectContent content, long left, boolean breaks) {
      super(content.stream());
      this.left = left;
      this.breaks = breaks;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
      if (left == 0 && breaks) {
        throw new IOException("The line broke");
      }
      int read = left == 0 ? -1 : super.read(into, offset, (int) Math.min(left, count));
      left -= Math.max(0, read);
      return read;
    }
  }
}
