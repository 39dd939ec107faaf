package ragtime.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ragtime.aws.EmbeddedS3;
import ragtime.aws.S3Store;
import ragtime.index.IndexHistory;
import ragtime.job.IndexDocuments;
import ragtime.job.Outcome;
import ragtime.job.Progress;
import ragtime.job.Reindex;
import ragtime.job.ReplyAddress;
import ragtime.library.FailureReason;
import ragtime.model.HashingEmbedder;
import ragtime.store.Patience;
import ragtime.store.PatientStore;

/** The writer and the readers as they work together on AWS. */
class FanOutTest {
  private static final ReplyAddress REPLY = new ReplyAddress("T1", "C1", "1.2");
  private static final List<String> KEYS =
      List.of("a.pdf", "b c.pdf", "ü+ö.PDF", "100%.pdf", "%41.pdf", "slack/C1/日本.pdf", "x/y.pdf");

  @TempDir Path work;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void whateverComesInWhateverOrderTheIndexEndsAsTheLibrary(long seed) {
    TestCloud cloud = new TestCloud(seed, work);
    Random random = cloud.random;
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String key = KEYS.get(random.nextInt(KEYS.size()));
      boolean bridged = random.nextBoolean();
      if (random.nextInt(3) == 0) {
        cloud.library.delete(key);
        events.add(
            bridged
                ? EventTexts.bridged("Object Deleted", "pdfs/" + key)
                : EventTexts.direct("ObjectRemoved:Delete", "pdfs/" + key));
      } else {
        cloud.put(key, random.nextInt(6) == 0 ? "!damaged" : "Heron " + i + "\fHeron again " + i);
        events.add(
            bridged
                ? EventTexts.bridged("Object Created", "pdfs/" + key)
                : EventTexts.direct("ObjectCreated:Put", "pdfs/" + key));
      }
      // Events come late and in any order.
      while (!events.isEmpty() && random.nextInt(3) > 0) {
        cloud.indexerQueue.put(
            events.remove(random.nextInt(events.size())), Duration.ofSeconds(random.nextInt(9)));
      }
      for (int steps = random.nextInt(4); steps > 0; steps--) {
        cloud.work();
      }
    }
    events.forEach(event -> cloud.indexerQueue.put(event, Duration.ZERO));
    cloud.indexerQueue.put(EventTexts.test(), Duration.ZERO);

    cloud.settle(2000);

    assertThat(cloud.indexed()).isEqualTo(cloud.documents());
    assertThat(cloud.passages("heron")).isEqualTo(cloud.expectedPassages());
    assertThat(cloud.indexerQueue.dead).isEmpty();
  }

  @Test
  void aDocumentThatKillsItsReadersEndsAsALineOfTheReport() {
    TestCloud cloud = new TestCloud(1, work);
    cloud.put("bomb.pdf", "!!");
    cloud.put("fine.pdf", "Heron.");
    cloud.indexerQueue.put(
        new IndexDocuments("job", List.of("bomb.pdf", "fine.pdf"), Optional.of(REPLY)));

    cloud.settle(500);

    assertThat(cloud.manifest().documents())
        .filteredOn(each -> each.failure().isPresent())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.document().key()).isEqualTo("bomb.pdf");
              assertThat(each.failure()).contains(FailureReason.OUT_OF_MEMORY);
            });
    assertThat(cloud.passages("heron")).containsExactly("fine.pdf 1 Heron.");
    assertThat(outcomes(cloud))
        .extracting(each -> each.document().orElseThrow(), Outcome::failure)
        .contains(
            org.assertj.core.groups.Tuple.tuple(
                "bomb.pdf", Optional.of(FailureReason.OUT_OF_MEMORY)),
            org.assertj.core.groups.Tuple.tuple("fine.pdf", Optional.empty()));
    assertThat(cloud.reader.opened.size()).isLessThan(12);
  }

  @Test
  void aReindexTellsHowItGoesAndWhatCameOfIt() {
    TestCloud cloud = new TestCloud(2, work);
    for (int i = 0; i < 30; i++) {
      cloud.put("d" + i + ".pdf", i % 10 == 0 ? "!encrypted" : "Heron " + i);
    }
    cloud.indexerQueue.put(new Reindex("run", false, Optional.of(REPLY)));

    cloud.settle(2000);

    assertThat(cloud.passages("heron")).isEqualTo(cloud.expectedPassages());
    assertThat(outcomes(cloud))
        .allSatisfy(
            each -> {
              assertThat(each.documents()).isEqualTo(30);
              assertThat(each.failed()).isEqualTo(3);
              assertThat(each.pages()).isEqualTo(27);
            })
        .isNotEmpty();
    assertThat(cloud.told)
        .filteredOn(Progress.class::isInstance)
        .map(Progress.class::cast)
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.documents()).isEqualTo(30));
  }

  @Test
  void aFullReindexReadsEveryDocumentAgainAndServesItWhenAllAreRead() {
    TestCloud cloud = new TestCloud(3, work);
    cloud.put("a.pdf", "Heron a.");
    cloud.put("b.pdf", "Heron b.");
    cloud.indexerQueue.put(new Reindex("first", false, Optional.empty()));
    cloud.settle(500);
    String lineage = cloud.manifest().lineage();
    cloud.reader.opened.clear();

    cloud.indexerQueue.put(new Reindex("second", true, Optional.empty()));
    cloud.settle(500);

    assertThat(cloud.reader.opened).hasSizeGreaterThanOrEqualTo(2);
    assertThat(cloud.manifest().lineage()).isNotEqualTo(lineage);
    assertThat(cloud.passages("heron")).isEqualTo(cloud.expectedPassages());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anotherEmbedderIsServedWhenItsLineageIsComplete(long seed) {
    TestCloud cloud = new TestCloud(seed, work);
    for (int i = 0; i < 8; i++) {
      cloud.put("d" + i + ".pdf", "Heron " + i);
    }
    cloud.indexerQueue.put(new Reindex("first", false, Optional.empty()));
    cloud.settle(500);
    String lineage = cloud.manifest().lineage();

    cloud.embedder = Optional.of(new HashingEmbedder(16));
    cloud.indexerQueue.put(new Reindex("second", false, Optional.empty()));
    int steps = 0;
    while (cloud.work()) {
      boolean switched = !cloud.manifest().lineage().equals(lineage);
      assertThat(cloud.manifest().embedder().isPresent()).isEqualTo(switched);
      assertThat(cloud.manifest().searchable()).isGreaterThanOrEqualTo(7);
      if (++steps == 3) {
        // What changes meanwhile is neither lost nor kept waiting.
        cloud.library.delete("d0.pdf");
        cloud.put("new.pdf", "Heron new");
        cloud.indexerQueue.put(
            new IndexDocuments("change", List.of("d0.pdf", "new.pdf"), Optional.empty()));
      }
      assertThat(steps).isLessThan(2000);
    }

    assertThat(cloud.manifest().lineage()).isNotEqualTo(lineage);
    assertThat(cloud.manifest().embedder()).contains(new HashingEmbedder(16).id());
    assertThat(cloud.indexed()).isEqualTo(cloud.documents());
    assertThat(cloud.passages("heron")).isEqualTo(cloud.expectedPassages());
  }

  @Test
  void anEventThatFindsAnIndexOfAnotherEmbedderHasItBuiltAnew() {
    TestCloud cloud = new TestCloud(4, work);
    cloud.put("a.pdf", "Heron a.");
    cloud.indexerQueue.put(new Reindex("first", false, Optional.empty()));
    cloud.settle(500);
    cloud.embedder = Optional.of(new HashingEmbedder(16));
    cloud.put("b.pdf", "Heron b.");

    cloud.indexerQueue.put(EventTexts.direct("ObjectCreated:Put", "pdfs/b.pdf"), Duration.ZERO);
    cloud.settle(500);

    assertThat(cloud.manifest().embedder()).contains(new HashingEmbedder(16).id());
    assertThat(cloud.passages("heron")).isEqualTo(cloud.expectedPassages());
  }

  @Test
  void aRunWhoseTimeIsUpGoesOnWhereItStopped() {
    TestCloud cloud = new TestCloud(5, work);
    for (int i = 0; i < 20; i++) {
      cloud.put("d" + i + ".pdf", "Heron " + i);
    }
    // Time for one small generation in each call.
    cloud.budget =
        new Budget() {
          private final AtomicInteger looks = new AtomicInteger();

          @Override
          public Duration left() {
            return looks.getAndIncrement() % 3 == 0
                ? Duration.ofMinutes(10)
                : Duration.ofSeconds(1);
          }

          @Override
          public int passagesAtOnce() {
            return 3;
          }
        };
    cloud.indexerQueue.put(new Reindex("run", true, Optional.of(REPLY)));

    cloud.settle(5000);

    assertThat(cloud.passages("heron")).isEqualTo(cloud.expectedPassages());
    assertThat(outcomes(cloud)).isNotEmpty();
  }

  @Test
  void whatNobodyUnderstandsFailsAlone() {
    TestCloud cloud = new TestCloud(6, work);
    cloud.put("a.pdf", "Heron.");
    cloud.indexerQueue.put("rubbish", Duration.ZERO);
    cloud.indexerQueue.put("{\"Records\":[{}]}", Duration.ZERO);
    cloud.indexerQueue.put(EventTexts.direct("ObjectCreated:Put", "pdfs/a.pdf"), Duration.ZERO);

    cloud.settle(500);

    assertThat(cloud.passages("heron")).containsExactly("a.pdf 1 Heron.");
    assertThat(cloud.indexerQueue.dead).contains("rubbish", "{\"Records\":[{}]}");
    assertThat(cloud.indexerQueue.dead).noneMatch(body -> body.contains("a.pdf"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void anS3ThatFailsOneCallInFiveLosesNothing(long seed) throws Exception {
    try (EmbeddedS3 s3 = EmbeddedS3.failing(new Random(seed), 0.2);
        S3Store library = s3.store("pdfs");
        S3Store index = s3.store("")) {
      TestCloud cloud =
          new TestCloud(
              seed,
              work,
              new PatientStore(library, Patience.USUAL),
              new PatientStore(index, Patience.USUAL));
      cloud.trouble = store -> store instanceof PatientStore patient ? patient.store() : store;
      survivesNights(cloud);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void callsThatFailForGoodLoseNothing(long seed) {
    TestCloud cloud = new TestCloud(seed, work);
    Random fate = new Random(seed);
    cloud.trouble = store -> new FaultyStore(store, fate, 0.03);
    survivesNights(cloud);
  }

  /** The nightly run comes again; what one night could not do, the next one does. */
  private static void survivesNights(TestCloud cloud) {
    for (int i = 0; i < 10; i++) {
      cloud.put("d" + i + ".pdf", "Heron " + i);
    }
    for (int night = 0; night < 20 && !done(cloud); night++) {
      cloud.indexerQueue.put(new Reindex("night" + night, false, Optional.empty()));
      cloud.settle(5000);
    }
    assertThat(cloud.indexed()).isEqualTo(cloud.documents());
    assertThat(cloud.passages("heron")).isEqualTo(cloud.expectedPassages());
  }

  private static boolean done(TestCloud cloud) {
    return new IndexHistory(cloud.index, cloud.clock).current().isPresent()
        && cloud.indexed().equals(cloud.documents());
  }

  private static List<Outcome> outcomes(TestCloud cloud) {
    return cloud.told.stream().filter(Outcome.class::isInstance).map(Outcome.class::cast).toList();
  }
}
