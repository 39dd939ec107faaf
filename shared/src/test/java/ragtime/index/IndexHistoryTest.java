package ragtime.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.library.Document;
import ragtime.store.MemoryStore;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectInfo;

class IndexHistoryTest {

  private static final IndexKind LEXICAL = new IndexKind(Optional.empty(), Optional.empty(), false);
  private static final String USED = "a".repeat(64);
  private static final String UNUSED = "b".repeat(64);

  @TempDir Path folder;
  private final HandClock clock = new HandClock();
  private final MemoryStore store = new MemoryStore(clock);
  private final IndexHistory history = new IndexHistory(store, clock);

  @BeforeEach
  void publishThreeAnHourApart() {
    IndexPublisher publisher = new IndexPublisher(store, folder, clock);
    for (int i = 0; i < 3; i++) {
      publisher.publish(LEXICAL, (current, passages) -> List.of(entry()));
      clock.pass(Duration.ofHours(1));
    }
  }

  @Test
  void generationsAreListedNewestFirst() {
    assertThat(history.generations())
        .extracting(IndexManifest::generation)
        .containsExactly(3L, 2L, 1L);
  }

  @Test
  void rollingBackServesAnEarlierGeneration() {
    assertThat(history.rollback("1")).isPresent();

    assertThat(history.current().orElseThrow().generation()).isEqualTo(1);
    assertThat(history.rollback("17")).isEmpty();
  }

  @Test
  void sweepingKeepsWhatIsServedAndWhatIsYoung() {
    history.rollback("1");
    store.put("passages/" + USED + "/r.json.gz", ObjectBody.of("kept"));
    store.put("passages/" + UNUSED + "/r.json.gz", ObjectBody.of("young"));

    history.sweep(Duration.ofMinutes(90));

    assertThat(history.generations()).extracting(IndexManifest::generation).containsExactly(3L, 1L);
    assertThat(store.list("passages/")).hasSize(2);
    assertThat(allFilesAreThere()).isTrue();
  }

  @Test
  void sweepingDeletesTheTextOfDocumentsThatNoGenerationKnows() {
    store.put("passages/" + USED + "/r.json.gz", ObjectBody.of("kept"));
    store.put("passages/" + UNUSED + "/r.json.gz", ObjectBody.of("forgotten"));
    clock.pass(Duration.ofDays(2));

    assertThat(history.sweep(Duration.ofDays(1))).isPositive();

    assertThat(store.list("passages/"))
        .extracting(ObjectInfo::key)
        .allMatch(key -> key.contains(USED));
    assertThat(history.generations()).hasSize(1);
    assertThat(allFilesAreThere()).isTrue();
  }

  private boolean allFilesAreThere() {
    return history.generations().stream()
        .flatMap(manifest -> manifest.files().stream())
        .allMatch(file -> store.get(IndexLayout.file(file.sha256())).isPresent());
  }

  private static IndexedDocument entry() {
    return new IndexedDocument(
        new Document("a.pdf", USED, "A", 1, Optional.empty()), "v", "r", 0, Optional.empty());
  }
}
