package ragtime.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.store.ObjectStore;

/**
 * Publishing, building, refreshing and sweeping on a store of whose calls every fifth fails. {@code
 * -Dragtime.heavy=true} goes on for longer, with another seed each time.
 */
public abstract class IndexUnderFaults {

  private static final boolean HEAVY = Boolean.getBoolean("ragtime.heavy");
  private static final long SEED = HEAVY ? System.nanoTime() : 7;
  private static final int DOCUMENTS = HEAVY ? 100 : 12;
  private static final int WRITERS = 4;

  @TempDir Path folder;

  /** An empty store that fails as the seed decides. */
  protected abstract ObjectStore unreliable(long seed) throws Exception;

  @Test
  void everythingIsCompletedAndNothingIsLost() throws Exception {
    ObjectStore store = unreliable(SEED);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      keys.add("doc-%03d.pdf".formatted(i));
    }
    publisher(store, "first").publish(Changes.LEXICAL, put("base.pdf"));
    try (IndexReplica replica =
        IndexReplica.open(store, folder.resolve("cache"), Duration.ofDays(1), Clock.systemUTC())
            .orElseThrow()) {
      try (var threads = Executors.newFixedThreadPool(WRITERS)) {
        List<Future<?>> running = new ArrayList<>();
        for (String key : keys) {
          running.add(
              threads.submit(
                  () -> publisher(store, key).publish(Changes.LEXICAL, put(key)).generation()));
        }
        for (Future<?> each : running) {
          each.get();
          replica.refresh();
        }
      }
      replica.refresh();
      keys.addFirst("base.pdf");
      assertThat(found(replica)).as("seed " + SEED).containsExactlyInAnyOrderElementsOf(keys);
      assertThat(new IndexHistory(store, Clock.systemUTC()).sweep(Duration.ofHours(1))).isZero();

      IndexPublisher publisher = publisher(store, "second");
      Optional<IndexManifest> served = publisher.current();
      LineageBuild build = publisher.building();
      build.publish(Changes.ANEW, put("new-1.pdf"));
      IndexManifest built = build.publish(Changes.LEXICAL, put("new-2.pdf"));
      assertThat(build.promote(served, built)).as("seed " + SEED).isPresent();
      replica.refresh();
      assertThat(found(replica)).containsExactlyInAnyOrder("new-1.pdf", "new-2.pdf");
    }
  }

  private IndexPublisher publisher(ObjectStore store, String name) {
    return new IndexPublisher(store, folder.resolve(name), Clock.systemUTC());
  }

  private static IndexChange put(String key) {
    return Changes.put(key, "Common words of " + key);
  }

  private static List<String> found(IndexReplica replica) {
    return Changes.hits(replica, "common").stream().map(hit -> hit.document().key()).toList();
  }
}
