package ragtime.index;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.library.Audience;
import ragtime.store.ObjectStore;

/**
 * Many writers and readers of one index at once, on any store. {@code -Dragtime.heavy=true} makes
 * it many more.
 */
public abstract class IndexUnderLoad {

  private static final boolean HEAVY = Boolean.getBoolean("ragtime.heavy");
  private static final int WRITERS = 8;
  private static final int READERS = 8;
  private static final int ROUNDS = HEAVY ? 50 : 3;
  private static final int PUBLICATIONS = HEAVY ? 200 : 30;

  @TempDir Path folder;

  /** An empty store, another one for each test. */
  protected abstract ObjectStore newStore() throws Exception;

  @Test
  void whatEightWritersPublishAtOnceIsAllThere() throws Exception {
    ObjectStore store = newStore();
    CyclicBarrier together = new CyclicBarrier(WRITERS);
    Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    Set<String> expected = new TreeSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        IndexPublisher publisher =
            new IndexPublisher(store, folder.resolve("writer-" + writer), Clock.systemUTC());
        List<String> keys = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
          keys.add("w" + writer + "-" + round + ".pdf");
        }
        expected.addAll(keys);
        running.add(
            threads.submit(
                () -> {
                  try {
                    for (String key : keys) {
                      together.await(5, MINUTES);
                      publisher.publish(
                          Changes.LEXICAL, Changes.put(key, "Common words of " + key));
                    }
                  } catch (RuntimeException e) {
                    failures.add(e);
                    together.reset(); // nobody waits for this one any more
                  } catch (BrokenBarrierException e) {
                    return false;
                  }
                  return true;
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    }
    assertThat(failures).isEmpty();

    IndexManifest last = new IndexHistory(store, Clock.systemUTC()).current().orElseThrow();
    assertThat(last.documents())
        .extracting(entry -> entry.document().key())
        .containsExactlyElementsOf(expected);
    try (IndexReplica replica =
        IndexReplica.open(store, folder.resolve("cache"), Duration.ofDays(1), Clock.systemUTC())
            .orElseThrow()) {
      assertThat(expected)
          .allSatisfy(
              key -> assertThat(replica.page(key, 1, new Audience.Everything())).hasSize(1));
    }
    assertThat(last.generation()).isEqualTo(expected.size());
  }

  @Test
  void searchesGoOnThroughPublicationsAndNeverSeeTwoGenerations() throws Exception {
    ObjectStore store = newStore();
    Path cache = folder.resolve("cache");
    IndexPublisher publisher =
        new IndexPublisher(store, folder.resolve("writer"), Clock.systemUTC());
    publisher.publish(Changes.LEXICAL, both(0));
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger mostFiles = new AtomicInteger();
    List<Future<Integer>> readers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(READERS);
        IndexReplica replica =
            IndexReplica.open(store, cache, Duration.ZERO, Clock.systemUTC()).orElseThrow()) {
      for (int i = 0; i < READERS; i++) {
        readers.add(threads.submit(() -> search(replica, over)));
      }
      try {
        for (int round = 1; round <= PUBLICATIONS; round++) {
          publisher.publish(Changes.LEXICAL, both(round));
          mostFiles.accumulateAndGet(files(cache), Math::max);
        }
      } finally {
        over.set(true);
      }
      for (Future<Integer> reader : readers) {
        assertThat(reader.get()).as("searches").isGreaterThan(1);
      }
      replica.refresh();
      assertThat(round(replica)).isEqualTo(PUBLICATIONS);
      assertThat(files(cache)).isLessThanOrEqualTo(replica.manifest().files().size());
    }
    assertThat(mostFiles.get()).as("files kept at any time").isLessThan(100);
  }

  private static int search(IndexReplica replica, AtomicBoolean over) {
    int searches = 0;
    int last = 0;
    while (!over.get()) {
      int round = round(replica);
      assertThat(round).isGreaterThanOrEqualTo(last);
      last = round;
      searches++;
    }
    return searches;
  }

  /** The round that both documents are of. */
  private static int round(IndexReplica replica) {
    List<String> texts =
        Changes.hits(replica, "round").stream().map(hit -> hit.passage().text()).toList();
    assertThat(texts).hasSize(2);
    assertThat(texts.getFirst()).isEqualTo(texts.getLast());
    return Integer.parseInt(texts.getFirst().substring("round ".length()));
  }

  private static IndexChange both(int round) {
    return (current, passages) -> {
      String text = "round " + round;
      List<IndexedDocument> documents = new ArrayList<>();
      for (String key : List.of("a.pdf", "b.pdf")) {
        passages.replace(Changes.document(key, text), Changes.passagesOf(key, text), List.of());
        documents.add(Changes.entry(key, text));
      }
      return documents;
    };
  }

  private static int files(Path cache) throws IOException {
    if (!Files.isDirectory(cache)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(cache)) {
      return (int) files.filter(file -> !file.getFileName().toString().startsWith(".")).count();
    }
  }
}
