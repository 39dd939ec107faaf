package ragtime.index;

import java.util.List;
import java.util.Optional;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectStore;
import ragtime.store.ObjectVersion;
import ragtime.store.PutCondition;
import ragtime.store.Reading;
import ragtime.store.StoreException;
import ragtime.store.Wanted;

/** A store that writes conditionally as asked, and then cannot say so. */
record AnswerLost(ObjectStore store) implements ObjectStore {

  @Override
  public Optional<ObjectVersion> putIf(String key, ObjectBody body, PutCondition condition) {
    store.putIf(key, body, condition);
    throw new StoreException(StoreException.Kind.UNAVAILABLE, "The line broke", null);
  }

  @Override
  public Reading get(String key, Wanted wanted) {
    return store.get(key, wanted);
  }

  @Override
  public ObjectVersion put(String key, ObjectBody body) {
    return store.put(key, body);
  }

  @Override
  public List<ObjectInfo> list(String prefix) {
    return store.list(prefix);
  }

  @Override
  public void delete(String key) {
    store.delete(key);
  }
}
