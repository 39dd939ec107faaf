package ragtime.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ragtime.index.Changes.ANEW;
import static ragtime.index.Changes.LEXICAL;
import static ragtime.index.Changes.document;
import static ragtime.index.Changes.entry;
import static ragtime.index.Changes.hits;
import static ragtime.index.Changes.passagesOf;
import static ragtime.index.Changes.put;
import static ragtime.index.Changes.remove;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.store.DirectoryStore;
import ragtime.store.MemoryStore;
import ragtime.store.ObjectStore;

class IndexPublisherTest {

  @TempDir Path folder;
  private final ObjectStore memory = new MemoryStore(Clock.systemUTC());

  @Test
  void aPublishedDocumentIsFound() {
    publisher(memory).publish(LEXICAL, put("leave.pdf", "Parental leave lasts sixteen weeks."));

    assertThat(found(memory, "parental leave")).containsExactly("leave.pdf");
  }

  @Test
  void aChangedDocumentReplacesItsPassagesAndARemovedOneDisappears() {
    IndexPublisher publisher = publisher(memory);
    publisher.publish(LEXICAL, put("a.pdf", "The office opens at seven."));
    publisher.publish(LEXICAL, put("b.pdf", "The canteen opens at noon."));
    publisher.publish(LEXICAL, put("a.pdf", "The office opens at nine."));
    IndexManifest last = publisher.publish(LEXICAL, remove("b.pdf"));

    assertThat(texts(memory, "opens")).containsExactly("The office opens at nine.");
    assertThat(last.documents())
        .extracting(entry -> entry.document().key())
        .containsExactly("a.pdf");
    assertThat(last.generation()).isEqualTo(4);
  }

  @Test
  void unchangedFilesAreNotUploadedAgain() {
    List<String> written = new ArrayList<>();
    ObjectStore recording =
        new InterceptedStore(
            memory,
            (operation, key) -> {
              if (operation.equals("put")) {
                written.add(key);
              }
            });
    IndexPublisher publisher = publisher(recording);
    IndexManifest first = publisher.publish(LEXICAL, put("a.pdf", "First."));
    written.clear();
    publisher.publish(LEXICAL, put("b.pdf", "Second."));

    assertThat(written)
        .isNotEmpty()
        .doesNotContainAnyElementsOf(
            first.files().stream().map(file -> IndexLayout.file(file.sha256())).toList());
  }

  @Test
  void aWriterThatLosesARaceAppliesItsChangeToWhatTheWinnerPublished() {
    IndexPublisher winner = publisher(memory);
    winner.publish(LEXICAL, put("base.pdf", "Common ground."));
    boolean[] raced = {false};
    ObjectStore racing =
        new InterceptedStore(
            memory,
            (operation, key) -> {
              if (operation.equals("putIf") && !raced[0]) {
                raced[0] = true;
                winner.publish(LEXICAL, put("winner.pdf", "Common winner."));
              }
            });

    publisher(racing).publish(LEXICAL, put("loser.pdf", "Common loser."));

    assertThat(found(memory, "common"))
        .containsExactlyInAnyOrder("base.pdf", "winner.pdf", "loser.pdf");
  }

  @Test
  void manyWritersAtOnceLoseNothing() throws Exception {
    ObjectStore store = new DirectoryStore(folder.resolve("store"));
    try (var threads = Executors.newFixedThreadPool(6)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 18; i++) {
        String key = "doc-" + i + ".pdf";
        running.add(
            threads.submit(
                () ->
                    new IndexPublisher(store, folder.resolve("work-" + key), Clock.systemUTC())
                        .publish(LEXICAL, put(key, "Shared words of " + key))));
      }
      for (Future<?> each : running) {
        each.get();
      }
    }

    assertThat(found(store, "shared words")).hasSize(18);
    assertThat(replica(store).manifest().generation()).isEqualTo(18);
  }

  @Test
  void aWriterThatDiesAtAnyWriteLeavesTheGenerationBeforeItAndTheNextRunIsComplete() {
    publisher(memory).publish(LEXICAL, put("old.pdf", "Steady state."));
    for (int fatal = 1; ; fatal++) {
      int[] left = {fatal};
      ObjectStore dying =
          new InterceptedStore(
              memory,
              (operation, key) -> {
                if (!operation.equals("get") && --left[0] <= 0) {
                  throw new KilledException();
                }
              });
      String key = "new-" + fatal + ".pdf";
      try {
        publisher(dying).publish(LEXICAL, put(key, "Steady addition."));
      } catch (KilledException e) {
        assertThat(found(memory, "steady")).doesNotContain(key);
        publisher(memory).publish(LEXICAL, put(key, "Steady addition."));
        assertThat(found(memory, "steady")).contains("old.pdf", key);
        continue;
      }
      assertThat(fatal).as("writes of one publication, the last not fatal").isGreaterThan(3);
      return;
    }
  }

  @Test
  void aDamagedFileIsNoticedOnOpeningAndTheNextPublicationBeginsANewLineage() throws IOException {
    ObjectStore store = new DirectoryStore(folder.resolve("store"));
    IndexManifest before = publisher(store).publish(LEXICAL, put("a.pdf", "Sound."));
    flipAByte(folder.resolve("store/index/files/" + before.files().getFirst().sha256()));

    assertThatThrownBy(() -> replica(store)).isInstanceOf(DamagedIndexException.class);
    assertThatThrownBy(() -> publisher(store).verified()).isInstanceOf(DamagedIndexException.class);

    IndexManifest after = publisher(store).publish(ANEW, put("a.pdf", "Sound again."));
    assertThat(after.lineage()).isNotEqualTo(before.lineage());
    assertThat(after.generation()).isGreaterThan(before.generation());
    assertThat(texts(store, "sound")).containsExactly("Sound again.");
  }

  @Test
  void aDamagedPointerOrManifestIsNoticedAndMended() throws IOException {
    ObjectStore store = new DirectoryStore(folder.resolve("store"));
    publisher(store).publish(LEXICAL, put("a.pdf", "Sound."));
    for (String part : List.of("index/current.json", "index/manifests")) {
      Path damaged = folder.resolve("store").resolve(part);
      flipAByte(Files.isDirectory(damaged) ? newest(damaged) : damaged);

      assertThatThrownBy(() -> replica(store)).isInstanceOf(DamagedIndexException.class);
      assertThatThrownBy(() -> publisher(store).publish(LEXICAL, put("a.pdf", "Not asked.")))
          .isInstanceOf(DamagedIndexException.class);
      publisher(store).publish(ANEW, put("a.pdf", "Mended."));
      assertThat(texts(store, "mended")).containsExactly("Mended.");
    }
  }

  @Test
  void anotherEmbedderNeedsANewLineage() {
    IndexManifest lexical = publisher(memory).publish(LEXICAL, put("a.pdf", "Words."));
    IndexKind continued = new IndexKind(Optional.of("toy/3"), Optional.of(3), false);
    IndexKind embedded = new IndexKind(Optional.of("toy/3"), Optional.of(3), true);

    assertThatThrownBy(() -> publisher(memory).publish(continued, put("b.pdf", "Words.")))
        .isInstanceOf(OtherLineageException.class);

    IndexManifest hybrid =
        publisher(memory)
            .publish(
                embedded,
                (current, passages) -> {
                  assertThat(current).isEmpty();
                  passages.replace(
                      document("a.pdf", "Words."),
                      passagesOf("a.pdf", "Words."),
                      List.of(new float[] {0, 1, 0}));
                  return List.of(entry("a.pdf", "Words."));
                });

    assertThat(hybrid.lineage()).isNotEqualTo(lexical.lineage());
    assertThat(hybrid.embedder()).contains("toy/3");
  }

  @Test
  void searchesGoOnWhileGenerationsChangeAndNeverSeeTwoAtOnce() throws Exception {
    ObjectStore store = new DirectoryStore(folder.resolve("store"));
    IndexPublisher publisher = publisher(store);
    publisher.publish(LEXICAL, both("round 0"));
    try (IndexReplica replica =
            IndexReplica.open(store, folder.resolve("cache"), Duration.ZERO, Clock.systemUTC())
                .orElseThrow();
        var threads = Executors.newFixedThreadPool(2)) {
      Future<?> searching =
          threads.submit(
              () -> {
                for (int i = 0; i < 300; i++) {
                  assertThat(new TreeSet<>(texts(replica, "round"))).hasSize(1);
                }
              });
      for (int round = 1; round <= 10; round++) {
        publisher.publish(LEXICAL, both("round " + round));
      }
      searching.get();
      assertThat(texts(replica, "round")).containsExactly("round 10", "round 10");
    }
  }

  @Test
  void aDownloadedReplicaKeepsOnlyTheFilesItServes() throws IOException {
    publisher(memory).publish(LEXICAL, put("a.pdf", "One."));
    Path cache = folder.resolve("cache");
    try (IndexReplica replica =
        IndexReplica.open(memory, cache, Duration.ZERO, Clock.systemUTC()).orElseThrow()) {
      for (int i = 0; i < 5; i++) {
        publisher(memory).publish(LEXICAL, put("a.pdf", "Version " + i));
        replica.refresh();
      }
      try (Stream<Path> kept = Files.list(cache)) {
        assertThat(
                kept.map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith(".")))
            .containsExactlyInAnyOrderElementsOf(
                replica.manifest().files().stream().map(IndexFile::sha256).distinct().toList());
      }
    }
  }

  private IndexPublisher publisher(ObjectStore store) {
    return new IndexPublisher(store, folder.resolve("work"), Clock.systemUTC());
  }

  private IndexReplica replica(ObjectStore store) {
    return IndexReplica.open(
            store, folder.resolve("replica"), Duration.ofSeconds(5), Clock.systemUTC())
        .orElseThrow();
  }

  private List<String> found(ObjectStore store, String query) {
    try (IndexReplica replica = replica(store)) {
      return hits(replica, query).stream().map(hit -> hit.document().key()).toList();
    }
  }

  private List<String> texts(ObjectStore store, String query) {
    try (IndexReplica replica = replica(store)) {
      return texts(replica, query);
    }
  }

  private static List<String> texts(PassageIndex index, String query) {
    return hits(index, query).stream().map(hit -> hit.passage().text()).toList();
  }

  private static IndexChange both(String text) {
    return (current, passages) -> {
      for (String key : List.of("a.pdf", "b.pdf")) {
        passages.replace(document(key, text), passagesOf(key, text), List.of());
      }
      return List.of(entry("a.pdf", text), entry("b.pdf", text));
    };
  }

  private static Path newest(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .max(java.util.Comparator.comparing(path -> path.toFile().lastModified()))
          .orElseThrow();
    }
  }

  private static void flipAByte(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(file, bytes);
  }

  private static final class KilledException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
