package ragtime.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A store that is asked again when it could not answer. A conditional write is not: whether it
 * happened is for the writer to find out.
 *
 * @param store the store
 * @param patience how often it is asked
 */
public record PatientStore(ObjectStore store, Patience patience) implements ObjectStore {

  @Override
  public Reading get(String key, Wanted wanted) {
    return patience.with(() -> store.get(key, wanted));
  }

  /** What is made of an object; it is opened again if that breaks off. */
  public <T> T read(String key, Wanted wanted, Function<Reading, T> use) {
    return patience.with(
        () -> {
          Reading reading = store.get(key, wanted);
          try {
            return use.apply(reading);
          } finally {
            if (reading instanceof ObjectContent content) {
              content.close();
            }
          }
        });
  }

  /** All the bytes of an object, if there is one of that key. */
  public Optional<byte[]> bytes(String key) {
    return read(
        key,
        new Wanted.Whole(),
        reading ->
            reading instanceof ObjectContent content
                ? Optional.of(content.readAll())
                : Optional.empty());
  }

  @Override
  public ObjectVersion put(String key, ObjectBody body) {
    return patience.with(() -> store.put(key, body));
  }

  @Override
  public Optional<ObjectVersion> putIf(String key, ObjectBody body, PutCondition condition) {
    return store.putIf(key, body, condition);
  }

  @Override
  public List<ObjectInfo> list(String prefix) {
    return patience.with(() -> store.list(prefix));
  }

  @Override
  public void delete(String key) {
    patience.does(() -> store.delete(key));
  }
}
