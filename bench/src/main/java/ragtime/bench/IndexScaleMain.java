package ragtime.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import ragtime.index.IndexFile;
import ragtime.index.IndexManifest;
import ragtime.index.IndexPublisher;
import ragtime.index.IndexReplica;
import ragtime.index.PassageQuery;
import ragtime.library.Audience;
import ragtime.store.DirectoryStore;

/**
 * How an index grows. {@code build DIR PASSAGES} adds documents to the index in a folder until it
 * has so many passages, published in steps as a long indexing run does. {@code search DIR} opens it
 * and asks it questions, with words and with vectors. Both print a line of figures.
 */
public final class IndexScaleMain {

  private static final int STEP = 100_000 / SyntheticLibrary.PASSAGES;
  private static final int WARM_UP = 300;
  private static final int QUESTIONS = 1_000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private IndexScaleMain() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    if (arguments[0].equals("build")) {
      build(folder, Integer.parseInt(arguments[2]) / SyntheticLibrary.PASSAGES);
    } else {
      search(folder);
    }
  }

  private static void build(Path folder, int documents) {
    SyntheticLibrary library = new SyntheticLibrary();
    var store = new DirectoryStore(folder);
    var publisher = new IndexPublisher(store, folder.resolve("work"), Clock.systemUTC());
    int there = publisher.current().map(manifest -> manifest.documents().size()).orElse(0);
    while (there < documents) {
      int next = Math.min(documents, there + STEP);
      long began = System.nanoTime();
      double cpu = Figures.cpuSeconds();
      IndexManifest manifest =
          publisher.publish(Building.KIND, Building.range(library, there, next));
      double seconds = Figures.secondsSince(began);
      int added = (next - there) * SyntheticLibrary.PASSAGES;
      Figures.print(
          "passages %,d: %,d added in %.1f s (%.0f/s), %.1f s of processor (%.0f/s); %,d MB in %d"
              + " files, manifest of %,d documents",
          next * SyntheticLibrary.PASSAGES,
          added,
          seconds,
          added / seconds,
          Figures.cpuSeconds() - cpu,
          added / (Figures.cpuSeconds() - cpu),
          megabytes(manifest),
          manifest.files().size(),
          manifest.documents().size());
      there = next;
    }
  }

  private static void search(Path folder) throws IOException {
    SyntheticLibrary library = new SyntheticLibrary();
    var store = new DirectoryStore(folder);
    Files.deleteIfExists(folder.resolve("index/files/.verified"));
    long began = System.nanoTime();
    IndexReplica.open(store, folder, Duration.ofDays(1), Clock.systemUTC()).orElseThrow().close();
    double hashing = (System.nanoTime() - began) / 1e6;
    began = System.nanoTime();
    try (IndexReplica replica =
        IndexReplica.open(store, folder, Duration.ofDays(1), Clock.systemUTC()).orElseThrow()) {
      double opening = (System.nanoTime() - began) / 1e6;
      IndexManifest manifest = replica.manifest();
      int documents = manifest.documents().size();
      long heapOpen = heapMegabytes();
      var questions = library.questions(WARM_UP + QUESTIONS, documents);
      double[] words = ask(questions, replica, false);
      double[] both = ask(questions, replica, true);
      Figures.print(
          "passages %,d: %,d MB; opens in %.0f ms (%.0f ms with verifying); words p50 %.1f p99 %.1f"
              + " ms; hybrid p50 %.1f p99 %.1f ms of processor; heap %d MB; %s",
          documents * SyntheticLibrary.PASSAGES,
          megabytes(manifest),
          opening,
          hashing,
          words[words.length / 2],
          words[words.length * 99 / 100],
          both[both.length / 2],
          both[both.length * 99 / 100],
          heapOpen,
          resident());
    }
  }

  /**
   * How many milliseconds each question took after the first ones, sorted: of the processor's time,
   * since that is the same on a busy machine.
   */
  private static double[] ask(
      List<SyntheticLibrary.Question> questions, IndexReplica replica, boolean vectors) {
    double[] millis = new double[questions.size()];
    for (int i = 0; i < millis.length; i++) {
      var question = questions.get(i);
      Optional<float[]> vector = Optional.of(question.vector()).filter(v -> vectors);
      var query = new PassageQuery(question.text(), 10, new Audience.Everything(), vector);
      long began = THREADS.getCurrentThreadCpuTime();
      if (replica.search(query).isEmpty()) {
        throw new IllegalStateException("Nothing was found");
      }
      millis[i] = (THREADS.getCurrentThreadCpuTime() - began) / 1e6;
    }
    double[] measured = Arrays.copyOfRange(millis, WARM_UP, millis.length);
    Arrays.sort(measured);
    return measured;
  }

  private static long megabytes(IndexManifest manifest) {
    return manifest.files().stream().mapToLong(IndexFile::length).sum() >> 20;
  }

  private static long heapMegabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  /** What the operating system says of this process's memory, where it does. */
  private static String resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "resident memory unknown";
    }
    List<String> lines =
        Files.readAllLines(status).stream()
            .filter(line -> line.matches("(VmRSS|RssAnon|RssFile):.*"))
            .map(line -> line.replaceAll("\\s+", " "))
            .toList();
    return String.join(", ", lines);
  }
}
