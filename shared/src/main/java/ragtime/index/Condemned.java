package ragtime.index;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectInfo;
import ragtime.store.PatientStore;

/**
 * The keys that sweeps are about to delete, so that no one who publishes names them.
 *
 * <p>A sweep writes down what it wants to delete, then reads the manifests once more, and spares
 * what they name. Whoever publishes writes the manifest, then reads what is condemned, and does not
 * point to a manifest that names any of it. Whichever comes second sees the other.
 */
final class Condemned {

  /** No sweep lasts longer; a list that is older was left by one that died. */
  private static final Duration LONGEST_SWEEP = Duration.ofDays(1);

  private final PatientStore store;

  Condemned(PatientStore store) {
    this.store = store;
  }

  /** Writes keys down, and gives the key of the list. */
  String add(Collection<String> keys) {
    String list = IndexLayout.CONDEMNED + UUID.randomUUID();
    store.put(list, ObjectBody.of(String.join("\n", keys)));
    return list;
  }

  /** Strikes out a list, now that what it names is gone. */
  void remove(String list) {
    store.delete(list);
  }

  /** All keys that are condemned. */
  Set<String> keys() {
    Set<String> keys = new HashSet<>();
    for (ObjectInfo list : store.list(IndexLayout.CONDEMNED)) {
      store
          .bytes(list.key())
          .map(bytes -> new String(bytes, StandardCharsets.UTF_8).split("\n"))
          .ifPresent(some -> keys.addAll(List.of(some)));
    }
    return keys;
  }

  /** Strikes out what dead sweeps left. */
  void removeAbandoned(Instant now) {
    store.list(IndexLayout.CONDEMNED).stream()
        .filter(list -> list.modified().isBefore(now.minus(LONGEST_SWEEP)))
        .forEach(list -> store.delete(list.key()));
  }
}
