package ragtime.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ragtime.model.Attempts;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectStore;
import ragtime.store.ObjectVersion;
import ragtime.store.PutCondition;
import ragtime.store.StoreException;
import ragtime.store.StoreException.Kind;
import ragtime.store.Wanted;

/** S3 that throttles, conflicts, fails after the deed, answers late, and lines that break. */
class S3FaultsTest {

  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Attempts.Pause NO_PAUSE = time -> Thread.yield();
  private static final S3Location PLACE = S3Location.of("s3://" + EmbeddedS3.BUCKET + "/p");

  @Test
  void aRefusalWhoseReasonWasLostIsWorthAnotherTry() throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    var uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (var store = new S3Store(EmbeddedS3.client(uri, PATIENCE), PLACE, NO_PAUSE)) {
      var failure =
          catchThrowableOfType(
              StoreException.class, () -> store.get("pointer.json", new Wanted.Whole()));
      assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void noWriteIsLostOrDoubled(long seed) throws Exception {
    var random = new Random(seed);
    var calm = new AtomicBoolean(true);
    try (var s3 = new EmbeddedS3(() -> calm.get() ? S3Fault.NONE : S3Fault.any(random));
        var line = new CuttingLine(s3.endpoint(), () -> !calm.get() && random.nextInt(100) < 2);
        var store = new S3Store(EmbeddedS3.client(line.uri(), PATIENCE), PLACE, NO_PAUSE)) {
      store.put("log", ObjectBody.of("start"));
      var written = ConcurrentHashMap.<String>newKeySet();
      var lost = ConcurrentHashMap.<String>newKeySet();
      calm.set(false);

      race(8, writer -> append(store, "w" + writer, 15, written, lost));

      calm.set(true);
      var log = List.of(text(store, "log").split("\n"));
      assertThat(log).doesNotHaveDuplicates();
      assertThat(log).containsAll(written);
      assertThat(log).doesNotContainAnyElementsOf(lost);
      assertThat(written).as("enough happened").hasSizeGreaterThan(10);
      assertThat(lost).as("enough was lost").isNotEmpty();
    }
  }

  /** Adds lines to an object by compare-and-set, noting what is told of each. */
  private static void append(
      ObjectStore store, String writer, int lines, Set<String> written, Set<String> lost) {
    for (int i = 0; i < lines; i++) {
      var line = writer + "-" + i;
      try {
        String before;
        ObjectVersion version;
        try (var content = store.get("log").orElseThrow()) {
          before = new String(content.readAll(), StandardCharsets.UTF_8);
          version = content.version();
        }
        var outcome =
            store.putIf(
                "log", ObjectBody.of(before + "\n" + line), new PutCondition.Unchanged(version));
        (outcome.isPresent() ? written : lost).add(line);
      } catch (StoreException e) {
        assertThat(e.kind())
            .as(e.getMessage())
            .isEqualTo(Kind.UNAVAILABLE); // may have been written, once
      }
    }
  }

  @Test
  void everyCallSucceedsOrSaysWhyNot() throws Exception {
    var random = new Random(3);
    var calm = new AtomicBoolean();
    try (var s3 = new EmbeddedS3(() -> calm.get() ? S3Fault.NONE : S3Fault.any(random));
        var line = new CuttingLine(s3.endpoint(), () -> !calm.get() && random.nextInt(100) < 2);
        var store = new S3Store(EmbeddedS3.client(line.uri(), PATIENCE), PLACE, NO_PAUSE)) {
      var failures = new AtomicInteger();
      var kept = ConcurrentHashMap.<String>newKeySet();

      race(
          4,
          thread -> {
            for (int i = 0; i < 10; i++) {
              var key = thread + "/" + i;
              var bytes = bytes(key, 100_000);
              try {
                store.put(key, ObjectBody.of(bytes));
                kept.add(key);
                try (var content = store.get(key).orElseThrow()) {
                  assertThat(content.readAll()).isEqualTo(bytes);
                }
                assertThat(store.list(key)).hasSize(1);
                if (i % 3 == 0) {
                  store.delete(key);
                  kept.remove(key);
                }
              } catch (StoreException e) {
                assertThat(e.kind()).as(e.getMessage()).isEqualTo(Kind.UNAVAILABLE);
                failures.incrementAndGet();
                if (i % 3 == 0) {
                  kept.remove(key); // perhaps
                }
              }
            }
          });

      calm.set(true);
      assertThat(failures.get()).isLessThan(20);
      assertThat(kept).isNotEmpty();
      for (var key : kept) {
        try (var content = store.get(key).orElseThrow()) {
          assertThat(content.readAll()).isEqualTo(bytes(key, 100_000));
        }
      }
    }
  }

  @Test
  void aWriteWhoseAnswerWasLostIsWon() throws Exception {
    for (var fault : List.of(S3Fault.ERROR_AFTERWARDS, S3Fault.LATE)) {
      var faults = List.of(fault).iterator();
      try (var s3 = new EmbeddedS3(inTurn(faults));
          var store = new S3Store(EmbeddedS3.client(s3.endpoint(), PATIENCE), PLACE, NO_PAUSE)) {
        var version = store.putIf("a", ObjectBody.of("mine"), new PutCondition.Absent());

        assertThat(version).isPresent();
        try (var content = store.get("a").orElseThrow()) {
          assertThat(content.version()).isEqualTo(version.get());
        }
      }
    }
  }

  @Test
  void conflictsAreTriedAgainAndThenLost() throws Exception {
    var faults = new ArrayList<S3Fault>(List.of(S3Fault.CONFLICT, S3Fault.CONFLICT));
    try (var s3 = new EmbeddedS3(inTurn(faults.iterator()));
        var store = new S3Store(EmbeddedS3.client(s3.endpoint(), PATIENCE), PLACE, NO_PAUSE)) {
      assertThat(store.putIf("a", ObjectBody.of("x"), new PutCondition.Absent())).isPresent();
    }
    try (var s3 = new EmbeddedS3(() -> S3Fault.CONFLICT);
        var store = new S3Store(EmbeddedS3.client(s3.endpoint(), PATIENCE), PLACE, NO_PAUSE)) {
      assertThat(store.putIf("a", ObjectBody.of("x"), new PutCondition.Absent())).isEmpty();
    }
  }

  @Test
  void readingGoesOnWhereTheLineBroke() throws Exception {
    var pieces = new AtomicInteger();
    try (var s3 = new EmbeddedS3();
        var line = new CuttingLine(s3.endpoint(), () -> pieces.incrementAndGet() % 40 == 0);
        var store =
            new S3Store(EmbeddedS3.client(line.uri(), Duration.ofSeconds(5)), PLACE, NO_PAUSE);
        var direct = new S3Store(EmbeddedS3.client(s3.endpoint(), PATIENCE), PLACE, NO_PAUSE)) {
      var bytes = bytes("long", 3_000_000);
      direct.put("long", ObjectBody.of(bytes));

      try (var content = store.get("long").orElseThrow()) {
        assertThat(content.readAll()).isEqualTo(bytes);
      }
      assertThat(pieces.get()).as("it was cut").isGreaterThan(80);
    }
  }

  @Test
  void faultsHaveKinds() throws Exception {
    try (var s3 = new EmbeddedS3(() -> S3Fault.SLOW_DOWN);
        var store = new S3Store(EmbeddedS3.client(s3.endpoint(), PATIENCE), PLACE, NO_PAUSE)) {
      assertThat(kind(() -> store.get("a"))).isEqualTo(Kind.UNAVAILABLE);
      assertThat(kind(() -> store.put("a", ObjectBody.of("x")))).isEqualTo(Kind.UNAVAILABLE);
    }
    try (var s3 = new EmbeddedS3();
        var nowhere =
            new S3Store(
                EmbeddedS3.client(s3.endpoint(), PATIENCE),
                S3Location.of("s3://missing/p"),
                NO_PAUSE)) {
      assertThat(kind(() -> nowhere.get("a"))).isEqualTo(Kind.MISSING);
      assertThat(kind(() -> nowhere.list(""))).isEqualTo(Kind.MISSING);
      assertThat(kind(() -> nowhere.put("a", ObjectBody.of("x")))).isEqualTo(Kind.MISSING);
    }
  }

  @Test
  void strangersAreDenied() throws Exception {
    try (var s3 = new EmbeddedS3();
        var store =
            new S3Store(EmbeddedS3.client(s3.endpoint(), PATIENCE, "wrong"), PLACE, NO_PAUSE)) {
      assertThat(kind(() -> store.get("a"))).isEqualTo(Kind.DENIED);
      assertThat(kind(() -> store.put("a", ObjectBody.of("x")))).isEqualTo(Kind.DENIED);
    }
  }

  @Test
  void nobodyListening() throws Exception {
    var s3 = new EmbeddedS3();
    var endpoint = s3.endpoint();
    s3.close();
    try (var store = new S3Store(EmbeddedS3.client(endpoint, PATIENCE), PLACE, NO_PAUSE)) {
      assertThat(kind(() -> store.get("a"))).isEqualTo(Kind.UNAVAILABLE);
    }
  }

  private static Kind kind(Runnable call) {
    return catchThrowableOfType(StoreException.class, call::run).kind();
  }

  private static Supplier<S3Fault> inTurn(Iterator<S3Fault> faults) {
    return () -> faults.hasNext() ? faults.next() : S3Fault.NONE;
  }

  private interface Work {
    void of(int thread) throws Exception;
  }

  private static void race(int threads, Work work) throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, threads)
              .<Callable<Boolean>>mapToObj(
                  thread ->
                      () -> {
                        work.of(thread);
                        return true;
                      })
              .toList();
      for (var each : executor.invokeAll(all)) {
        assertThat(each.get()).isTrue();
      }
    }
  }

  private static byte[] bytes(String seed, int length) {
    var bytes = new byte[length];
    new Random(seed.hashCode()).nextBytes(bytes);
    return bytes;
  }

  private static String text(ObjectStore store, String key) {
    try (var content = store.get(key).orElseThrow()) {
      return new String(content.readAll(), StandardCharsets.UTF_8);
    }
  }
}
