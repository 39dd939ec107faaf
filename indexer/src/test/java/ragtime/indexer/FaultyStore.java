package ragtime.indexer;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectStore;
import ragtime.store.ObjectVersion;
import ragtime.store.PutCondition;
import ragtime.store.Reading;
import ragtime.store.StoreException;
import ragtime.store.Wanted;

/** A store of which a share of the calls fails, before or after what they were to do. */
record FaultyStore(ObjectStore store, Random random, double share) implements ObjectStore {
  @Override
  public Reading get(String key, Wanted wanted) {
    return call(() -> store.get(key, wanted));
  }

  @Override
  public ObjectVersion put(String key, ObjectBody body) {
    return call(() -> store.put(key, body));
  }

  @Override
  public Optional<ObjectVersion> putIf(String key, ObjectBody body, PutCondition condition) {
    return call(() -> store.putIf(key, body, condition));
  }

  @Override
  public List<ObjectInfo> list(String prefix) {
    return call(() -> store.list(prefix));
  }

  @Override
  public void delete(String key) {
    call(
        () -> {
          store.delete(key);
          return key;
        });
  }

  private <T> T call(Supplier<T> call) {
    double fate;
    synchronized (random) {
      fate = random.nextDouble();
    }
    if (fate < share / 2) {
      throw failure();
    }
    T result = call.get();
    if (fate < share) {
      throw failure();
    }
    return result;
  }

  private static StoreException failure() {
    return new StoreException(StoreException.Kind.UNAVAILABLE, "as the test wants it", null);
  }
}
