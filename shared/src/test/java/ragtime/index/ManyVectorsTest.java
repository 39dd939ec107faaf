package ragtime.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.library.Box;
import ragtime.library.Document;
import ragtime.library.Passage;
import ragtime.store.DirectoryStore;

/** So many passages at once that several threads write them. */
class ManyVectorsTest {
  private static final int DOCUMENTS = 50;
  private static final int PASSAGES = 300;
  private static final int DIMENSIONS = 4;
  private static final IndexKind KIND =
      new IndexKind(Optional.of("test/4"), Optional.of(DIMENSIONS), false);

  @TempDir Path folder;

  @Test
  void allOfThemAreFoundOnce() {
    publish(List.of());

    try (IndexReplica replica =
        IndexReplica.open(store(), folder.resolve("cache"), Duration.ofDays(1), Clock.systemUTC())
            .orElseThrow()) {
      for (int i = 0; i < DOCUMENTS; i++) {
        String key = key(i);
        assertThat(Changes.hits(replica, "heron" + i))
            .as("document %d", i)
            .filteredOn(hit -> hit.document().key().equals(key))
            .hasSize(PASSAGES)
            .extracting(hit -> hit.passage().ordinal())
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void oneThatCannotBeWrittenFailsThePublication() {
    assertThatThrownBy(() -> publish(List.of(45))).isInstanceOf(IllegalArgumentException.class);

    assertThat(publisher().current()).isEmpty();
  }

  private void publish(List<Integer> broken) {
    Random random = new Random(7);
    publisher()
        .publish(
            KIND,
            (current, passages) -> {
              List<IndexedDocument> entries = new ArrayList<>();
              for (int i = 0; i < DOCUMENTS; i++) {
                String key = key(i);
                Document document = Changes.document(key, key);
                boolean sound = !broken.contains(i);
                passages.replace(document, texts(key, i), vectors(random, sound));
                entries.add(new IndexedDocument(document, "1", "1", PASSAGES, Optional.empty()));
              }
              return entries;
            });
  }

  private static String key(int number) {
    return "document-" + number + ".pdf";
  }

  private static List<Passage> texts(String key, int number) {
    return IntStream.range(0, PASSAGES)
        .mapToObj(
            ordinal ->
                new Passage(
                    key,
                    1,
                    ordinal,
                    List.of(),
                    "heron" + number + " stands in pond " + ordinal,
                    new Box(0, 0, 1, 1)))
        .toList();
  }

  private static List<float[]> vectors(Random random, boolean sound) {
    return IntStream.range(0, PASSAGES)
        .mapToObj(
            ordinal -> {
              double angle = sound ? random.nextDouble() * Math.TAU : Double.NaN;
              return new float[] {(float) Math.cos(angle), (float) Math.sin(angle), 0, 0};
            })
        .toList();
  }

  private IndexPublisher publisher() {
    return new IndexPublisher(store(), folder.resolve("work"), Clock.systemUTC());
  }

  private DirectoryStore store() {
    return new DirectoryStore(folder.resolve("store"));
  }
}
