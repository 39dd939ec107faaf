package ragtime.index;

import static org.assertj.core.api.Assertions.assertThat;
import static ragtime.index.Changes.ANEW;
import static ragtime.index.Changes.LEXICAL;
import static ragtime.index.Changes.put;
import static ragtime.index.Changes.remove;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.store.MemoryStore;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectStore;

/** Sweeps in the midst of everything else that happens to an index. */
class SweepTest {

  private static final Duration GRACE = Duration.ofDays(1);

  @TempDir Path folder;

  /** An index with a history: old generations that a sweep may take, and one that is served. */
  private final class History {
    final HandClock clock = new HandClock();
    final MemoryStore store = new MemoryStore(clock);

    /** Makes it from nothing. */
    History() {
      publisher(store).publish(LEXICAL, put("a.pdf", "First words."));
      publisher(store).publish(LEXICAL, put("b.pdf", "Second words."));
      publisher(store).building().publish(ANEW, put("c.pdf", "Third words."));
      clock.pass(GRACE.multipliedBy(2));
      publisher(store).publish(LEXICAL, put("d.pdf", "Fourth words."));
    }

    /** Copies another with the age of everything in it, which is quicker. */
    History(History other) {
      List<ObjectInfo> all =
          other.store.list("").stream().sorted(Comparator.comparing(ObjectInfo::modified)).toList();
      for (ObjectInfo object : all) {
        clock.pass(Duration.between(clock.instant(), object.modified()));
        try (var content = other.store.get(object.key()).orElseThrow()) {
          store.put(object.key(), ObjectBody.of(content.readAll()));
        }
      }
    }

    IndexPublisher publisher(ObjectStore in) {
      return new IndexPublisher(in, folder.resolve("work"), clock);
    }

    void sweep(ObjectStore in) {
      new IndexHistory(in, clock).sweep(GRACE);
    }

    void publish(ObjectStore in) {
      publisher(in).publish(LEXICAL, put("e.pdf", "Fifth words."));
    }

    void promote(ObjectStore in) {
      IndexPublisher publisher = publisher(in);
      Optional<IndexManifest> served = publisher.current();
      LineageBuild build = publisher.building();
      build.current().ifPresent(built -> build.promote(served, built));
    }

    void rollback(ObjectStore in) {
      try {
        new IndexHistory(in, clock).rollback("1");
      } catch (DamagedIndexException e) {
        assertThat(e).hasMessageContaining("is missing"); // refused, and nothing has changed
      }
    }

    void requireWhole() {
      assertThat(Changes.found(store, folder.resolve("cache"), "words")).isNotEmpty();
      LineageBuild build = publisher(store).building();
      build.current().ifPresent(built -> assertThat(missing(built)).isEmpty());
    }

    List<IndexFile> missing(IndexManifest manifest) {
      return manifest.files().stream()
          .filter(file -> store.get(IndexLayout.file(file.sha256())).isEmpty())
          .toList();
    }
  }

  private interface Act {
    void of(History history, ObjectStore in);
  }

  private static final List<Act> OTHERS =
      List.of(History::publish, History::promote, History::rollback, History::sweep);

  @Test
  void whateverHappensInTheMidstOfASweepWhatIsServedIsWhole() {
    for (Act other : OTHERS) {
      assertThat(interrupted(History::sweep, other)).isGreaterThan(20);
    }
  }

  @Test
  void whateverASweepInterruptsWhatIsServedIsWhole() {
    for (Act other : OTHERS) {
      assertThat(interrupted(other, History::sweep)).isGreaterThan(5);
    }
  }

  @Test
  void aSweepThatDiesLeavesTheIndexWholeAndTheNextFinishes() {
    History made = new History();
    for (int fatal = 1; ; fatal++) {
      History history = new History(made);
      if (!dies(history, fatal)) {
        assertThat(fatal).isGreaterThan(20);
        return;
      }
      history.requireWhole();
      history.publish(history.store);
      history.clock.pass(GRACE.multipliedBy(2));
      history.sweep(history.store);
      history.requireWhole();
      assertThat(history.store.list(Stage.SERVED.manifests())).hasSize(1);
      assertThat(history.store.list(IndexLayout.CONDEMNED)).isEmpty();
    }
  }

  @Test
  void textAndPicturesOfADocumentGoWhenNoKeptGenerationHasIt() {
    History history = new History();
    for (String text : List.of("First words.", "Second words.")) {
      String hash = Changes.document("x.pdf", text).contentHash();
      history.store.put("passages/" + hash + "/r.json.gz", ObjectBody.of(text));
      history.store.put("pictures/" + hash + "/1-aa.png", ObjectBody.of(text));
    }
    history.store.put("reports/1.jsonl", ObjectBody.of("a.pdf"));
    history.store.put("reports/4.jsonl", ObjectBody.of("d.pdf"));
    history.publisher(history.store).publish(LEXICAL, remove("a.pdf"));

    history.sweep(history.store);
    assertThat(keys(history, "pa")).as("within the grace period").hasSize(2);

    history.clock.pass(GRACE.multipliedBy(2));
    history.sweep(history.store);

    String kept = Changes.document("b.pdf", "Second words.").contentHash();
    assertThat(keys(history, "passages/")).containsExactly("passages/" + kept + "/r.json.gz");
    assertThat(keys(history, "pictures/")).containsExactly("pictures/" + kept + "/1-aa.png");
    assertThat(keys(history, "reports/")).containsExactly("reports/4.jsonl");
  }

  private static List<String> keys(History history, String prefix) {
    return history.store.list(prefix).stream().map(ObjectInfo::key).toList();
  }

  /** One act in full before each store call of another, in turn; gives how many calls there are. */
  private int interrupted(Act outer, Act inner) {
    History made = new History();
    for (int call = 1; ; call++) {
      History history = new History(made);
      int[] left = {call};
      outer.of(
          history,
          new InterceptedStore(
              history.store,
              (operation, key) -> {
                if (--left[0] == 0) {
                  inner.of(history, history.store);
                }
              }));
      history.requireWhole();
      if (left[0] > 0) {
        return call;
      }
    }
  }

  private static boolean dies(History history, int fatal) {
    int[] left = {fatal};
    Consumer<ObjectStore> sweep = history::sweep;
    try {
      sweep.accept(
          new InterceptedStore(
              history.store,
              (operation, key) -> {
                if (--left[0] == 0) {
                  throw new IllegalStateException("killed");
                }
              }));
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
