package ragtime.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ragtime.index.Changes.ANEW;
import static ragtime.index.Changes.LEXICAL;
import static ragtime.index.Changes.put;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.store.MemoryStore;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectStore;

class LineageBuildTest {

  private static final IndexKind EMBEDDED =
      new IndexKind(Optional.of("toy/3"), Optional.of(3), false);

  @TempDir Path folder;
  private final HandClock clock = new HandClock();
  private final MemoryStore store = new MemoryStore(clock);
  private final IndexHistory history = new IndexHistory(store, clock);

  @BeforeEach
  void serveTwoDocuments() {
    publisher(store).publish(LEXICAL, put("old.pdf", "Old words."));
    publisher(store).publish(LEXICAL, put("a.pdf", "Words of a."));
  }

  @Test
  void theOldLineageIsServedUntilTheNewOneIsPromoted() {
    IndexManifest old = history.current().orElseThrow();
    build(store).publish(EMBEDDED, put("a.pdf", "Words of a."));
    IndexManifest built = build(store).publish(EMBEDDED, put("b.pdf", "Words of b."));

    assertThat(history.current()).contains(old);
    assertThat(found()).containsExactlyInAnyOrder("old.pdf", "a.pdf");

    IndexManifest promoted = build(store).promote(Optional.of(old), built).orElseThrow();

    assertThat(found()).containsExactlyInAnyOrder("a.pdf", "b.pdf");
    assertThat(promoted.lineage()).isEqualTo(built.lineage()).isNotEqualTo(old.lineage());
    assertThat(promoted.generation()).isEqualTo(old.generation() + 1);
    assertThat(promoted.embedder()).contains("toy/3");
    assertThat(build(store).current()).isEmpty();
    assertThat(publisher(store).publish(EMBEDDED, put("c.pdf", "More words.")).lineage())
        .isEqualTo(built.lineage());
  }

  @Test
  void aBuildThatWasCutShortGoesOn() {
    build(store).publish(EMBEDDED, put("a.pdf", "Words of a."));

    IndexManifest soFar = build(store).current().orElseThrow();

    assertThat(soFar.documents()).extracting(e -> e.document().key()).containsExactly("a.pdf");
    assertThat(build(store).publish(EMBEDDED, put("b.pdf", "Words of b.")).lineage())
        .isEqualTo(soFar.lineage());
  }

  @Test
  void aBuildOfAnotherKindIsBegunAnew() {
    build(store).publish(EMBEDDED, put("a.pdf", "Words of a."));
    IndexManifest other = build(store).publish(LEXICAL, put("b.pdf", "Words of b."));

    assertThat(other.documents()).hasSize(1);
    assertThat(other.embedder()).isEmpty();
  }

  @Test
  void nothingIsPromotedOverWhatAnotherWriterServedMeanwhile() {
    Optional<IndexManifest> before = publisher(store).current();
    IndexManifest built = build(store).publish(ANEW, put("a.pdf", "Words of a."));
    publisher(store).publish(LEXICAL, put("late.pdf", "Late words."));

    assertThat(build(store).promote(before, built)).isEmpty();
    assertThat(found()).contains("late.pdf");
    assertThat(build(store).current()).contains(built);

    Optional<IndexManifest> again = publisher(store).current();
    IndexManifest complete = build(store).publish(LEXICAL, put("late.pdf", "Late words."));
    assertThat(build(store).promote(again, complete)).isPresent();
    assertThat(found()).containsExactlyInAnyOrder("a.pdf", "late.pdf");
  }

  @Test
  void aPublicationThatComesBetweenLookingAndPromotingWins() {
    Optional<IndexManifest> before = publisher(store).current();
    IndexManifest built = build(store).publish(ANEW, put("a.pdf", "Words of a."));
    boolean[] raced = {false};
    ObjectStore racing =
        new InterceptedStore(
            store,
            (operation, key) -> {
              if (operation.equals("putIf") && !raced[0]) {
                raced[0] = true;
                publisher(store).publish(LEXICAL, put("late.pdf", "Late words."));
              }
            });

    assertThat(build(racing).promote(before, built)).isEmpty();
    assertThat(found()).contains("late.pdf");
  }

  @Test
  void whatAnotherBuilderAddedIsNotLeftOut() {
    Optional<IndexManifest> before = publisher(store).current();
    IndexManifest built = build(store).publish(ANEW, put("a.pdf", "Words of a."));
    build(store).publish(LEXICAL, put("b.pdf", "Words of b."));

    assertThat(build(store).promote(before, built)).isEmpty();
  }

  @Test
  void anIndexThatCannotBeReadIsReplaced() {
    IndexManifest built = build(store).publish(LEXICAL, put("a.pdf", "Words of a."));
    store.put("index/current.json", ObjectBody.of("rubbish"));

    IndexManifest promoted = build(store).promote(Optional.empty(), built).orElseThrow();

    assertThat(found()).containsExactly("a.pdf");
    assertThat(promoted.generation()).isGreaterThan(2);
  }

  @Test
  void whoeverLosesARaceAgainstAPromotionDoesNotPutItsChangeIntoAnEmptyIndex() {
    Optional<IndexManifest> before = publisher(store).current();
    IndexManifest built = build(store).publish(EMBEDDED, put("a.pdf", "Words of a."));
    boolean[] raced = {false};
    ObjectStore racing =
        new InterceptedStore(
            store,
            (operation, key) -> {
              if (operation.equals("putIf") && !raced[0]) {
                raced[0] = true;
                assertThat(build(store).promote(before, built)).isPresent();
              }
            });

    assertThatThrownBy(() -> publisher(racing).publish(LEXICAL, put("b.pdf", "Words of b.")))
        .isInstanceOf(OtherLineageException.class);
    assertThat(found()).containsExactly("a.pdf");
  }

  @Test
  void aPromotionWhoseAnswerIsLostIsKnownToHaveHappened() {
    Optional<IndexManifest> before = publisher(store).current();
    IndexManifest built = build(store).publish(ANEW, put("a.pdf", "Words of a."));

    assertThat(build(new AnswerLost(store)).promote(before, built)).isPresent();
    assertThat(found()).containsExactly("a.pdf");
  }

  @Test
  void rollingBackLeadsToTheOldLineage() {
    IndexManifest old = history.current().orElseThrow();
    IndexManifest built = build(store).publish(EMBEDDED, put("b.pdf", "Words of b."));
    build(store).promote(Optional.of(old), built);

    assertThat(history.generations())
        .extracting(IndexManifest::generation)
        .containsExactly(3L, 2L, 1L);
    assertThat(history.rollback("2")).contains(old);

    assertThat(found()).containsExactlyInAnyOrder("old.pdf", "a.pdf");
    assertThat(publisher(store).publish(LEXICAL, put("c.pdf", "C words.")).generation())
        .as("no number is given twice")
        .isEqualTo(4);
    assertThat(history.rollback("3")).isPresent();
    assertThat(found()).containsExactly("b.pdf");
  }

  @Test
  void sweepingSparesWhatIsBeingBuilt() {
    build(store).publish(EMBEDDED, put("a.pdf", "Words of a."));
    IndexManifest built = build(store).publish(EMBEDDED, put("b.pdf", "Words of b."));
    clock.pass(Duration.ofDays(9));

    history.sweep(Duration.ofDays(1));

    Optional<IndexManifest> served = publisher(store).current();
    assertThat(build(store).promote(served, built)).isPresent();
    assertThat(found()).containsExactlyInAnyOrder("a.pdf", "b.pdf");
  }

  @Test
  void whatWasAbandonedIsSwept() {
    build(store).publish(EMBEDDED, put("a.pdf", "Words of a."));
    build(store).abandon();
    clock.pass(Duration.ofDays(9));

    history.sweep(Duration.ofDays(1));

    assertThat(build(store).current()).isEmpty();
    assertThat(store.list("index/building")).isEmpty();
    assertThat(store.list("index/files/")).hasSameSizeAs(history.current().orElseThrow().files());
  }

  private IndexPublisher publisher(ObjectStore in) {
    return new IndexPublisher(in, folder.resolve("work"), clock);
  }

  private LineageBuild build(ObjectStore in) {
    return publisher(in).building();
  }

  private List<String> found() {
    return Changes.found(store, folder.resolve("cache"), "words");
  }
}
