package ragtime.index;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectStore;
import ragtime.store.ObjectVersion;
import ragtime.store.PutCondition;
import ragtime.store.Reading;
import ragtime.store.Wanted;

/** A store that tells somebody of each call before it makes it; whoever is told may throw. */
record InterceptedStore(ObjectStore store, BiConsumer<String, String> before)
    implements ObjectStore {

  @Override
  public Reading get(String key, Wanted wanted) {
    before.accept("get", key);
    return store.get(key, wanted);
  }

  @Override
  public ObjectVersion put(String key, ObjectBody body) {
    before.accept("put", key);
    return store.put(key, body);
  }

  @Override
  public Optional<ObjectVersion> putIf(String key, ObjectBody body, PutCondition condition) {
    before.accept("putIf", key);
    return store.putIf(key, body, condition);
  }

  @Override
  public List<ObjectInfo> list(String prefix) {
    before.accept("list", prefix);
    return store.list(prefix);
  }

  @Override
  public void delete(String key) {
    before.accept("delete", key);
    store.delete(key);
  }
}
