package ragtime.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.aws.EmbeddedS3;
import ragtime.index.IndexHistory;
import ragtime.index.IndexManifest;
import ragtime.index.IndexReplica;
import ragtime.index.PassageQuery;
import ragtime.library.Audience;
import ragtime.store.DirectoryStore;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectStore;

/**
 * Kills an indexer in the middle, at any instant: a reader always finds a whole generation, and the
 * next run makes the index what a clean build would have made it. {@code -Dragtime.kills=200} for
 * many instants.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("ragtime.kills", 8);

  @TempDir Path folder;

  @Test
  void onAFolder() throws Exception {
    String library = folder.resolve("library").toString();
    String index = folder.resolve("index").toString();
    new Workload(
            library,
            index,
            new DirectoryStore(Path.of(library)),
            new DirectoryStore(Path.of(index)),
            Map.of())
        .run(1);
  }

  @Test
  void onS3() throws Exception {
    try (EmbeddedS3 s3 = new EmbeddedS3();
        var library = s3.store("pdfs");
        var index = s3.store("")) {
      new Workload(
              "s3://" + EmbeddedS3.BUCKET + "/pdfs",
              "s3://" + EmbeddedS3.BUCKET,
              library,
              index,
              Map.of(
                  "AWS_ENDPOINT_URL_S3", s3.endpoint().toString(),
                  "AWS_ACCESS_KEY_ID", "test",
                  "AWS_SECRET_ACCESS_KEY", "secret",
                  "AWS_REGION", "us-east-1"))
          .run(2);
    }
  }

  /** Documents that come, change and go, and an indexer that is killed and started again. */
  private final class Workload {
    private final String libraryPlace;
    private final String indexPlace;
    private final ObjectStore library;
    private final ObjectStore index;
    private final Map<String, String> environment;
    private final Map<String, Integer> phases = new HashMap<>();
    private int changes;

    Workload(
        String libraryPlace,
        String indexPlace,
        ObjectStore library,
        ObjectStore index,
        Map<String, String> environment) {
      this.libraryPlace = libraryPlace;
      this.indexPlace = indexPlace;
      this.library = library;
      this.index = index;
      this.environment = environment;
    }

    void run(long seed) throws Exception {
      Random random = new Random(seed);
      int inside = 0;
      Child child = new Child();
      try {
        measure(child, random);
        // How long a run takes as a whole, and what is left of it when publishing begins.
        double[] usual = measure(child, random);
        for (int kill = 0; kill < KILLS; kill++) {
          change(random);
          Optional<IndexManifest> before = served();
          child.order(random.nextInt(6) == 0 ? "f" : "r");
          int part = kill % 2;
          if (part == 1) {
            child.awaitPublishing();
          }
          // Anywhere in it, and a little beyond.
          LockSupport.parkNanos((long) (random.nextDouble() * usual[part] * 1.3e6));
          child.kill();
          inside += child.finished() ? 0 : 1;
          usual[part] *= child.finished() ? 0.8 : 1.1;
          // What is served is whole, be it the old state or the new.
          served().ifPresent(now -> assertThat(passages()).isEqualTo(expected(now)));
          assertThat(generation(served())).isGreaterThanOrEqualTo(generation(before));
          phases.merge(phase(before), 1, Integer::sum);
          // And the next run completes it.
          child = new Child();
          child.order("r");
          child.await();
          assertThat(indexed(served().orElseThrow())).isEqualTo(documents());
          assertThat(passages()).isEqualTo(expected(served().orElseThrow()));
        }
      } finally {
        child.kill();
      }
      System.out.printf(
          "%s: %d kills, %d of them inside a run; %s%n",
          libraryPlace.startsWith("s3:") ? "S3" : "folder", KILLS, inside, phases);
      assertThat(inside).isGreaterThan(KILLS / 3);
    }

    /** A run that nobody disturbs, in milliseconds: all of it, and from when it publishes. */
    private double[] measure(Child child, Random random) throws IOException {
      change(random);
      library.put("d0.pdf", ObjectBody.of("Heron one " + ++changes + "\fHeron two"));
      long started = System.nanoTime();
      child.order("r");
      child.awaitPublishing();
      long publishing = System.nanoTime();
      child.await();
      long done = System.nanoTime();
      return new double[] {(done - started) / 1e6, (done - publishing) / 1e6};
    }

    private long generation(Optional<IndexManifest> manifest) {
      return manifest.map(IndexManifest::generation).orElse(0L);
    }

    /** Which state a kill left behind. */
    private String phase(Optional<IndexManifest> before) {
      boolean moved = !served().map(IndexManifest::name).equals(before.map(IndexManifest::name));
      boolean complete = served().map(now -> indexed(now).equals(documents())).orElse(false);
      return moved ? complete ? "published" : "partly published" : "not published";
    }

    private void change(Random random) {
      int count = 1 + random.nextInt(6);
      for (int i = 0; i < count; i++) {
        String key = "d" + random.nextInt(15) + ".pdf";
        if (random.nextInt(4) == 0) {
          library.delete(key);
        } else {
          library.put(key, ObjectBody.of("Heron one " + ++changes + "\fHeron two " + changes));
        }
      }
    }

    private Optional<IndexManifest> served() {
      return new IndexHistory(index, Clock.systemUTC()).current();
    }

    private Map<String, String> indexed(IndexManifest manifest) {
      Map<String, String> versions = new HashMap<>();
      manifest.documents().forEach(each -> versions.put(each.document().key(), each.version()));
      return versions;
    }

    private Map<String, String> documents() {
      Map<String, String> versions = new HashMap<>();
      for (ObjectInfo each : library.list("")) {
        versions.put(each.key(), each.version().token());
      }
      return versions;
    }

    /** How often each page of each document is found, by a reader who knows nothing yet. */
    private Map<String, Integer> passages() {
      Map<String, Integer> found = new HashMap<>();
      try (IndexReplica replica =
          IndexReplica.open(index, folder.resolve("cache"), Duration.ZERO, Clock.systemUTC())
              .orElseThrow()) {
        PassageQuery query =
            new PassageQuery("heron", 500, new Audience.Everything(), Optional.empty());
        replica
            .search(query)
            .forEach(
                hit ->
                    found.merge(
                        hit.document().contentHash() + hit.document().key() + hit.passage().page(),
                        1,
                        Integer::sum));
      }
      return found;
    }

    /** Two pages of each document that a generation names, each once. */
    private Map<String, Integer> expected(IndexManifest manifest) {
      Map<String, Integer> expected = new HashMap<>();
      manifest
          .documents()
          .forEach(
              each -> {
                for (int page = 1; page <= 2; page++) {
                  expected.put(each.document().contentHash() + each.document().key() + page, 1);
                }
              });
      return expected;
    }

    /** The indexer in its process. */
    private final class Child {
      private final Process process;
      private final BufferedReader says;
      private final List<String> said = new ArrayList<>();

      Child() throws IOException {
        ProcessBuilder builder =
            new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                KilledIndexer.class.getName(),
                libraryPlace,
                indexPlace,
                folder.resolve("work").toString());
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        process = builder.start();
        says =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        hear("ready");
      }

      void order(String how) throws IOException {
        process.getOutputStream().write((how + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        hear("running");
      }

      void await() throws IOException {
        String line = hear();
        while (!line.startsWith("done")) {
          line = hear();
        }
      }

      /** Waits until a run publishes, or has nothing to publish. */
      void awaitPublishing() throws IOException {
        said.add(hear());
      }

      private void hear(String word) throws IOException {
        assertThat(hear()).startsWith(word);
      }

      private String hear() throws IOException {
        String line = says.readLine();
        if (line == null) {
          throw new IOException("The indexer died by itself");
        }
        return line;
      }

      /** SIGKILL: no hook runs, no stream is flushed. */
      void kill() throws InterruptedException, IOException {
        process.toHandle().destroyForcibly();
        process.waitFor();
        says.lines().forEach(said::add);
      }

      /** Whether the last run ended before the process did. */
      boolean finished() {
        return said.stream().anyMatch(line -> line.startsWith("done"));
      }
    }
  }
}
