package ragtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every ObjectStore does. */
public abstract class ObjectStoreContract {

  private static final int WRITERS = 8;

  private ObjectStore store = new MemoryStore(Clock.systemUTC());

  /** An empty store, another one for each test. */
  protected abstract ObjectStore newStore() throws Exception;

  /** How often writers race each other. */
  protected int rounds() {
    return 25;
  }

  @BeforeEach
  void makeStore() throws Exception {
    store = newStore();
  }

  @Test
  void whatWasWrittenIsRead() {
    var version = store.put("a/b.txt", ObjectBody.of("one"));

    try (var content = store.get("a/b.txt").orElseThrow()) {
      assertThat(content.version()).isEqualTo(version);
      assertThat(content.length()).isEqualTo(3);
      assertThat(content.readAll()).asString(StandardCharsets.UTF_8).isEqualTo("one");
    }
  }

  @Test
  void whatWasNeverWrittenIsAbsent() {
    assertThat(store.get("nothing")).isEmpty();
  }

  @Test
  void anotherContentIsAnotherVersion() {
    var first = store.put("key", ObjectBody.of("one"));
    var second = store.put("key", ObjectBody.of("two"));

    assertThat(second).isNotEqualTo(first);
    assertThat(text("key")).isEqualTo("two");
  }

  @Test
  void nothingIsALength() {
    store.put("empty", ObjectBody.of(new byte[0]));

    try (var content = store.get("empty").orElseThrow()) {
      assertThat(content.length()).isZero();
      assertThat(content.readAll()).isEmpty();
    }
    assertThat(store.list("empty")).extracting(ObjectInfo::length).containsExactly(0L);
  }

  @Test
  void eightMegabytesStayWhole(@TempDir Path folder) throws Exception {
    var bytes = new byte[8 << 20];
    new Random(1).nextBytes(bytes);
    var file = Files.write(folder.resolve("big"), bytes);

    store.put("big/memory", ObjectBody.of(bytes));
    store.put("big/file", ObjectBody.of(file));

    try (var fromMemory = store.get("big/memory").orElseThrow();
        var fromFile = store.get("big/file").orElseThrow()) {
      assertThat(fromMemory.length()).isEqualTo(bytes.length);
      assertThat(fromMemory.readAll()).isEqualTo(bytes);
      assertThat(fromFile.readAll()).isEqualTo(bytes);
    }
  }

  @Test
  void aReaderMayStopInTheMiddle() throws Exception {
    store.put("long", ObjectBody.of(new byte[1 << 20]));

    try (var content = store.get("long").orElseThrow()) {
      assertThat(content.stream().read()).isZero();
    }
    assertThat(store.get("long").orElseThrow().readAll()).hasSize(1 << 20);
  }

  @Test
  void whatIsKnownIsNotReadAgain() {
    var known = store.put("a", ObjectBody.of("one"));

    assertThat(store.get("a", new Wanted.Newer(known))).isEqualTo(new Reading.Unchanged());
    store.put("a", ObjectBody.of("two"));
    assertThat(read("a", new Wanted.Newer(known))).isEqualTo("two");
    store.delete("a");
    assertThat(store.get("a", new Wanted.Newer(known))).isEqualTo(new Reading.Absent());
  }

  @ParameterizedTest
  @CsvSource({"0,4,'0123'", "3,4,'3456'", "9,1,'9'", "7,100,'789'", "10,5,''", "500,5,''"})
  void aPartIsAsMuchAsThereIs(long from, long length, String expected) {
    var version = store.put("digits", ObjectBody.of("0123456789"));

    try (var content = content("digits", new Wanted.Part(from, length))) {
      assertThat(content.version()).isEqualTo(version);
      assertThat(content.length()).isEqualTo(expected.length());
      assertThat(content.readAll()).asString(StandardCharsets.UTF_8).isEqualTo(expected);
    }
  }

  @Test
  void nothingHasParts() {
    store.put("empty", ObjectBody.of(""));

    assertThat(read("empty", new Wanted.Part(0, 10))).isEmpty();
    assertThat(store.get("nothing", new Wanted.Part(0, 10))).isEqualTo(new Reading.Absent());
    assertThatIllegalArgumentException().isThrownBy(() -> new Wanted.Part(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Wanted.Part(-1, 1));
  }

  @Test
  void partsMakeTheWhole() {
    var bytes = new byte[1_000_001];
    new Random(2).nextBytes(bytes);
    store.put("whole", ObjectBody.of(bytes));
    var joined = new ByteArrayOutputStream();

    for (int from = 0; from < bytes.length; from += 300_000) {
      try (var part = content("whole", new Wanted.Part(from, 300_000))) {
        joined.writeBytes(part.readAll());
      }
    }

    assertThat(joined.toByteArray()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with space.pdf",
        "a+b.pdf",
        "100%.pdf",
        "%2F.pdf",
        "Größe/Übersicht.pdf",
        "日本語/資料.pdf",
        "e\u0301.pdf",
        "📎 clip.pdf",
        "it's \"quoted\".pdf",
        "a&b=c?d#e;f,g.pdf",
        "<tag>.pdf",
        "back\\slash.pdf",
        "star*[x]{y}|z~^`.pdf",
        "dots..in...pdf",
        "a:b@c!d$e(f).pdf",
        " spaces around .pdf"
      })
  void oddKeysAreKeys(String key) {
    var version = store.put(key, ObjectBody.of(key));

    assertThat(text(key)).isEqualTo(key);
    assertThat(store.list("")).extracting(ObjectInfo::key).containsExactly(key);
    assertThat(store.list(key)).extracting(ObjectInfo::version).containsExactly(version);
    assertThat(store.putIf(key, ObjectBody.of("new"), new PutCondition.Unchanged(version)))
        .isPresent();
    store.delete(key);
    assertThat(store.get(key)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/a", "a/", "a//b", "..", "../a", "a/../b", "a/..", ".", "./a", "a\0b", "/"})
  void badKeysAreRefused(String key) {
    var body = ObjectBody.of("x");
    assertThatIllegalArgumentException().isThrownBy(() -> store.get(key));
    assertThatIllegalArgumentException().isThrownBy(() -> store.put(key, body));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.putIf(key, body, new PutCondition.Absent()));
    assertThatIllegalArgumentException().isThrownBy(() -> store.delete(key));
  }

  @Test
  void listsInTheOrderOfKeysByPrefix() {
    for (var key : List.of("b/2", "a", "b/10", "b0", "c/d/e", "B/1", "b/1")) {
      store.put(key, ObjectBody.of(key));
    }

    assertThat(keys("")).containsExactly("B/1", "a", "b/1", "b/10", "b/2", "b0", "c/d/e");
    assertThat(keys("b/")).containsExactly("b/1", "b/10", "b/2");
    assertThat(keys("b/1")).containsExactly("b/1", "b/10");
    assertThat(keys("b")).containsExactly("b/1", "b/10", "b/2", "b0");
    assertThat(keys("c/d/")).containsExactly("c/d/e");
    assertThat(keys("nothing/")).isEmpty();
  }

  @Test
  void aListingTellsVersionsThatReadingGives() {
    store.put("a", ObjectBody.of("one"));
    var latest = store.put("a", ObjectBody.of("three"));

    var info = store.list("a").getFirst();

    assertThat(info.version()).isEqualTo(latest);
    assertThat(info.length()).isEqualTo(5);
    try (var content = store.get("a").orElseThrow()) {
      assertThat(info.version()).isEqualTo(content.version());
    }
  }

  @Test
  void removingTwiceIsNoError() {
    store.put("a", ObjectBody.of("one"));

    store.delete("a");
    store.delete("a");

    assertThat(store.get("a")).isEmpty();
    assertThat(store.list("")).isEmpty();
  }

  @Test
  void writesIfAbsentOnlyWhereNothingIs() {
    var absent = new PutCondition.Absent();

    assertThat(store.putIf("a", ObjectBody.of("one"), absent)).isPresent();
    assertThat(store.putIf("a", ObjectBody.of("two"), absent)).isEmpty();
    assertThat(text("a")).isEqualTo("one");
    store.delete("a");
    assertThat(store.putIf("a", ObjectBody.of("three"), absent)).isPresent();
  }

  @Test
  void writesIfUnchangedOnlyOverThatVersion() {
    var first = store.put("a", ObjectBody.of("one"));

    var second = putIf("a", "two", first);

    assertThat(second).isPresent();
    assertThat(putIf("a", "three", first)).isEmpty();
    assertThat(putIf("a", "four", second.orElseThrow())).isPresent();
    assertThat(text("a")).isEqualTo("four");
    store.delete("a");
    assertThat(putIf("a", "five", second.orElseThrow())).isEmpty();
    assertThat(store.get("a")).isEmpty();
  }

  @Test
  void oneOfManyWritersWinsAnAbsentKey() throws Exception {
    for (int round = 0; round < rounds(); round++) {
      var key = "race/" + round;
      raced(key, new PutCondition.Absent());
    }
  }

  @Test
  void oneOfManyWritersWinsAVersion() throws Exception {
    var version = store.put("race", ObjectBody.of("start"));
    for (int round = 0; round < rounds(); round++) {
      version = raced("race", new PutCondition.Unchanged(version));
    }
  }

  private ObjectVersion raced(String key, PutCondition condition) throws Exception {
    var together = new CyclicBarrier(WRITERS);
    var writers = new ArrayList<Callable<Optional<ObjectVersion>>>();
    for (int i = 0; i < WRITERS; i++) {
      var body = ObjectBody.of("writer " + i + " " + condition);
      writers.add(
          () -> {
            together.await();
            return store.putIf(key, body, condition);
          });
    }
    var won = new ArrayList<Integer>();
    var version = new ArrayList<ObjectVersion>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var outcomes = executor.invokeAll(writers);
      for (int i = 0; i < WRITERS; i++) {
        var outcome = outcomes.get(i).get();
        if (outcome.isPresent()) {
          won.add(i);
          version.add(outcome.get());
        }
      }
    }
    assertThat(won).hasSize(1);
    try (var content = store.get(key).orElseThrow()) {
      assertThat(content.version()).isEqualTo(version.getFirst());
      assertThat(content.readAll())
          .asString(StandardCharsets.UTF_8)
          .isEqualTo("writer " + won.getFirst() + " " + condition);
    }
    return version.getFirst();
  }

  private Optional<ObjectVersion> putIf(String key, String text, ObjectVersion version) {
    return store.putIf(key, ObjectBody.of(text), new PutCondition.Unchanged(version));
  }

  private ObjectContent content(String key, Wanted wanted) {
    return (ObjectContent) store.get(key, wanted);
  }

  private String read(String key, Wanted wanted) {
    try (var content = content(key, wanted)) {
      return new String(content.readAll(), StandardCharsets.UTF_8);
    }
  }

  private List<String> keys(String prefix) {
    return store.list(prefix).stream().map(ObjectInfo::key).toList();
  }

  private String text(String key) {
    try (var content = store.get(key).orElseThrow()) {
      return new String(content.readAll(), StandardCharsets.UTF_8);
    }
  }
}
