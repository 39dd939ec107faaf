package ragtime.indexer;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectStore;
import ragtime.store.ObjectVersion;
import ragtime.store.PutCondition;
import ragtime.store.Reading;
import ragtime.store.StoreException;
import ragtime.store.Wanted;

/** A store that fails at times, for the test itself, which has to know what is there. */
record PatientStore(ObjectStore store) implements ObjectStore {
  private static final int TRIES = 10;

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

  private static <T> T call(Supplier<T> call) {
    for (int i = 1; i < TRIES; i++) {
      try {
        return call.get();
      } catch (StoreException e) {
        continue;
      }
    }
    return call.get();
  }
}
