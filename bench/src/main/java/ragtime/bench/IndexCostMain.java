package ragtime.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import ragtime.index.IndexFile;
import ragtime.index.IndexManifest;
import ragtime.index.IndexPublisher;
import ragtime.index.IndexReplica;
import ragtime.store.DirectoryStore;

/**
 * Whether cost follows change: in an index that {@link IndexScaleMain} built, publishes one changed
 * document many times, and tells bytes and time beside those of the whole index, and what a replica
 * moves. The store is a folder behind a counter, so that publisher and replica keep files of their
 * own and move what they would from and to a bucket. Arguments: the index's folder, how many
 * changes, and the seconds and the processor seconds that the whole build took.
 */
public final class IndexCostMain {

  private final DirectoryStore folder;
  private final Path work;
  private final int changes;
  private final SyntheticLibrary library = new SyntheticLibrary();
  private final Clock clock = Clock.systemUTC();

  private IndexCostMain(Path index, int changes) {
    this.folder = new DirectoryStore(index);
    this.work = index.resolve("cost");
    this.changes = changes;
  }

  /** Runs it. */
  public static void main(String[] arguments) {
    new IndexCostMain(Path.of(arguments[0]), Integer.parseInt(arguments[1]))
        .run(Double.parseDouble(arguments[2]), Double.parseDouble(arguments[3]));
  }

  private void run(double fullSeconds, double fullCpu) {
    var bucket = new CountingStore(folder);
    var publisher = new IndexPublisher(bucket, work.resolve("publisher"), clock);
    IndexManifest whole = publisher.verified().orElseThrow();
    double bytes = whole.files().stream().mapToLong(IndexFile::length).sum();
    Figures.print(
        "the whole: %d documents, %,.0f bytes, %.1f s, %.1f s of processor; fetching it: %,d bytes",
        whole.documents().size(), bytes, fullSeconds, fullCpu, bucket.count().down());
    var replicaStore = new CountingStore(folder);
    try (IndexReplica replica =
        IndexReplica.open(replicaStore, work.resolve("replica"), Duration.ofDays(1), clock)
            .orElseThrow()) {
      replicaStore.count();
      double[][] figures = new double[6][changes];
      Random random = new Random(2);
      for (int i = 0; i < changes; i++) {
        int number = random.nextInt(whole.documents().size());
        long began = System.nanoTime();
        double cpu = Figures.cpuSeconds();
        publisher.publish(Building.KIND, Building.one(library, number, edition(i)));
        figures[0][i] = Figures.secondsSince(began);
        figures[1][i] = Figures.cpuSeconds() - cpu;
        figures[2][i] = bucket.count().up();
        began = System.nanoTime();
        replica.refresh();
        figures[3][i] = Figures.secondsSince(began);
        figures[4][i] = replicaStore.count().down();
        figures[5][i] = replica.manifest().files().size();
      }
      Figures.print("one document of %d passages changed:", SyntheticLibrary.PASSAGES);
      Figures.print("seconds to publish", figures[0], fullSeconds);
      Figures.print("seconds of processor", figures[1], fullCpu);
      Figures.print("bytes up", figures[2], bytes);
      Figures.print("seconds to refresh", figures[3], fullSeconds);
      Figures.print("bytes down", figures[4], bytes);
      Figures.print("  files: at most %.0f", Arrays.stream(figures[5]).max().orElseThrow());
      replica.refresh();
      var nothing = replicaStore.count();
      Figures.print(
          "nothing changed, a refresh: %d read, %d bytes down, %d writes, %d listings",
          nothing.reads(), nothing.down(), nothing.writes(), nothing.lists());
    }
    cold(bucket, bytes, fullSeconds);
  }

  /** The same by a publisher that has to fetch the index first, as a function that starts does. */
  private void cold(CountingStore bucket, double bytes, double fullSeconds) {
    var publisher = new IndexPublisher(bucket, work.resolve("cold"), clock);
    bucket.count();
    long began = System.nanoTime();
    publisher.publish(Building.KIND, Building.one(library, 1, edition(changes)));
    double seconds = Figures.secondsSince(began);
    var traffic = bucket.count();
    Figures.print(
        "by a publisher without files: %.2f s (%.2f %%), %,d bytes up (%.2f %%), %,d bytes down",
        seconds,
        100 * seconds / fullSeconds,
        traffic.up(),
        100 * traffic.up() / bytes,
        traffic.down());
  }

  /** Another edition at each run, so that each changes something. */
  private int edition(int change) {
    return (int) (clock.millis() % 1_000_000) * 1_000 + change + 1;
  }
}
