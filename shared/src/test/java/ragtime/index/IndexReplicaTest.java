package ragtime.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ragtime.index.Changes.LEXICAL;
import static ragtime.index.Changes.hits;
import static ragtime.index.Changes.put;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.library.Sha256;
import ragtime.store.MemoryStore;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectStore;
import ragtime.store.StoreException;

class IndexReplicaTest {

  private static final Duration EVERY = Duration.ofSeconds(5);

  @TempDir Path folder;
  private final HandClock clock = new HandClock();
  private final MemoryStore store = new MemoryStore(Clock.systemUTC());

  @Test
  void aNewerGenerationIsLookedForOnlyEverySoOften() {
    publish("a.pdf", "First words.");
    Queue<String> asked = new ConcurrentLinkedQueue<>();
    try (IndexReplica replica =
        open(new InterceptedStore(store, (operation, key) -> asked.add(operation + " " + key)))) {
      publish("b.pdf", "Second words.");
      asked.clear();

      assertThat(hits(replica, "words")).hasSize(1);
      assertThat(asked).isEmpty();
      clock.pass(EVERY);
      assertThat(hits(replica, "words")).hasSize(2);
      asked.clear();
      clock.pass(EVERY);
      assertThat(hits(replica, "words")).hasSize(2);
      assertThat(asked).as("nothing new").containsExactly("get index/current.json");
    }
  }

  @Test
  void onlyFilesThatAreNotHereAreFetched() {
    publish("a.pdf", "First words.");
    publish("b.pdf", "Second words.");
    Queue<String> fetched = new ConcurrentLinkedQueue<>();
    try (IndexReplica replica = open(fetchesOf(fetched))) {
      IndexManifest before = replica.manifest();
      assertThat(fetched).containsExactlyInAnyOrderElementsOf(keys(before.files()));
      fetched.clear();

      publish("c.pdf", "Third words.");
      replica.refresh();

      List<IndexFile> added = new ArrayList<>(replica.manifest().files());
      added.removeAll(before.files());
      assertThat(added).hasSizeLessThan(replica.manifest().files().size());
      assertThat(fetched).containsExactlyInAnyOrderElementsOf(keys(added));
    }
  }

  @Test
  void largeFilesAreFetchedInParts() throws Exception {
    byte[] bytes = new byte[(16 << 20) + 5];
    new Random(1).nextBytes(bytes);
    IndexFile file = new IndexFile("_0.cfs", Sha256.of(bytes), bytes.length);
    store.put(IndexLayout.file(file.sha256()), ObjectBody.of(bytes));
    Queue<String> fetched = new ConcurrentLinkedQueue<>();

    new LocalFiles(fetchesOf(fetched), folder.resolve("cache")).fetch(List.of(file));

    assertThat(fetched).hasSize(3);
    assertThat(folder.resolve("cache").resolve(file.sha256())).hasBinaryContent(bytes);
  }

  @Test
  void aFileThatIsDamagedInTheStoreIsNotUsed() throws Exception {
    IndexFile file = new IndexFile("_0.cfs", Sha256.of("right".getBytes(UTF_8)), 5);
    store.put(IndexLayout.file(file.sha256()), ObjectBody.of("wrong"));
    LocalFiles files = new LocalFiles(store, folder.resolve("cache"));

    assertThatThrownBy(() -> files.fetch(List.of(file))).isInstanceOf(DamagedIndexException.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void aReplicaThatCannotRefreshServesWhatItHasAndSaysHowOldThatIs() {
    publish("a.pdf", "First words.");
    AtomicBoolean down = new AtomicBoolean();
    try (IndexReplica replica = open(new InterceptedStore(store, (o, k) -> failIf(down)))) {
      var opened = clock.instant();
      publish("b.pdf", "Second words.");
      down.set(true);
      clock.pass(EVERY);

      assertThat(hits(replica, "words")).hasSize(1);
      assertThat(replica.freshness().generation()).isEqualTo(1);
      assertThat(replica.freshness().checked()).isEqualTo(opened);
      assertThat(replica.freshness().trouble()).contains("down");
      assertThatThrownBy(replica::refresh).isInstanceOf(StoreException.class);

      down.set(false);
      clock.pass(EVERY);
      assertThat(hits(replica, "words")).hasSize(2);
      assertThat(replica.freshness().generation()).isEqualTo(2);
      assertThat(replica.freshness().checked()).isEqualTo(clock.instant());
      assertThat(replica.freshness().trouble()).isEmpty();
    }
  }

  @Test
  void searchesDoNotWaitForALongDownload() throws Exception {
    publish("a.pdf", "First words.");
    CountDownLatch allowed = new CountDownLatch(1);
    AtomicBoolean slow = new AtomicBoolean();
    ObjectStore line =
        new InterceptedStore(
            store,
            (operation, key) -> {
              if (slow.get() && key.startsWith(IndexLayout.FILES)) {
                await(allowed);
              }
            });
    try (IndexReplica replica = open(line)) {
      publish("b.pdf", "Second words.");
      slow.set(true);
      clock.pass(EVERY);

      assertThat(hits(replica, "words")).as("the download goes on").hasSize(1);
      assertThat(hits(replica, "words")).hasSize(1);
      assertThat(replica.freshness().trouble()).isEmpty();
      allowed.countDown();
      replica.refresh();
      assertThat(hits(replica, "words")).hasSize(2);
    }
  }

  @Test
  void filesGoWhenTheLastSearchLetsGo() throws Exception {
    publish("a.pdf", "First words.");
    try (IndexReplica replica = open(store)) {
      IndexManifest old = replica.manifest();
      CountDownLatch inside = new CountDownLatch(1);
      CountDownLatch allowed = new CountDownLatch(1);
      Thread search =
          Thread.ofVirtual()
              .start(
                  () ->
                      replica.holding(
                          () -> {
                            inside.countDown();
                            await(allowed);
                          }));
      await(inside);
      publish("a.pdf", "Second words.");
      replica.refresh();

      assertThat(files()).containsAll(old.files().stream().map(IndexFile::sha256).toList());
      allowed.countDown();
      search.join();
      assertThat(files())
          .containsExactlyInAnyOrderElementsOf(
              replica.manifest().files().stream().map(IndexFile::sha256).toList());
    }
  }

  @Test
  void aFileThatIsDamagedHereIsFetchedAgain() throws Exception {
    publish("a.pdf", "First words.");
    open(store).close();
    Path any = folder.resolve("cache").resolve(files().getFirst());
    Files.write(any, new byte[] {1, 2, 3});

    try (IndexReplica replica = open(store)) {
      assertThat(hits(replica, "words")).hasSize(1);
    }
  }

  private IndexReplica open(ObjectStore from) {
    return IndexReplica.open(from, folder.resolve("cache"), EVERY, clock).orElseThrow();
  }

  private void publish(String key, String text) {
    new IndexPublisher(store, folder.resolve("work"), Clock.systemUTC())
        .publish(LEXICAL, put(key, text));
  }

  private List<String> files() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
      return files.map(f -> f.getFileName().toString()).filter(n -> !n.startsWith(".")).toList();
    }
  }

  private ObjectStore fetchesOf(Queue<String> fetched) {
    return new InterceptedStore(
        store,
        (operation, key) -> {
          if (key.startsWith(IndexLayout.FILES)) {
            fetched.add(key);
          }
        });
  }

  private static List<String> keys(List<IndexFile> files) {
    return files.stream().map(file -> IndexLayout.file(file.sha256())).toList();
  }

  private static void failIf(AtomicBoolean down) {
    if (down.get()) {
      throw new StoreException(StoreException.Kind.DENIED, "down", null);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
