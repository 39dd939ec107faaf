package ragtime.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import ragtime.aws.S3Store;
import ragtime.aws.SqsJobQueue;
import ragtime.model.Attempts;
import ragtime.pdf.PdfReader;
import ragtime.pdf.ReaderLimits;
import ragtime.pdf.ReaderProcessPool;
import ragtime.provider.Models;
import ragtime.provider.SettingsException;

/** What the functions are made of. Made from top to bottom, closed in reverse. */
final class FunctionAssembly implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final FunctionSettings settings;
  private final Path work;
  private final Clock clock = Clock.systemUTC();
  private final S3Store library;
  private final S3Store index;
  private final Recipe recipe;
  private final Readings readings;
  private final DelayingQueue indexerQueue;
  private final DelayingQueue readerQueue;

  /**
   * @param work a folder that is this function's alone; what a killed one left there is deleted
   */
  FunctionAssembly(FunctionSettings settings, Path work) {
    this.settings = settings;
    this.work = work;
    deleteLeftovers(work);
    library = opened(S3Store.open(settings.library()));
    index = opened(S3Store.open(settings.index()));
    Models models = opened(Models.open(settings.models(), clock, Attempts.standard(clock)));
    recipe = new Recipe(models.embedder());
    readings = new Readings(index, recipe.name());
    indexerQueue = queue(settings.indexerQueue());
    readerQueue = queue(settings.readerQueue());
  }

  /** The writer. */
  Inbox inbox() {
    String worker =
        settings
            .workerQueue()
            .orElseThrow(
                () -> new SettingsException(List.of("RAGTIME_WORKER_QUEUE_URL is missing")));
    LibraryIndexer indexer =
        new LibraryIndexer(library, index, recipe, Readers.ELSEWHERE, work, clock);
    ReadingOrders orders = new ReadingOrders(readerQueue);
    Replies replies = new Replies(queue(worker));
    Upkeep upkeep = new Upkeep(library, index, clock);
    return new Inbox(
        library,
        readings,
        recipe,
        new DocumentJobs(indexer, indexerQueue, orders, replies),
        new ReindexJobs(indexer, upkeep, indexerQueue, orders, replies, clock),
        replies);
  }

  /** The reader, with a process of its own for files of strangers. */
  ReadingJobs reading() {
    ReaderLimits limits = ReaderLimits.DEFAULT.withHeap(settings.memoryMegabytes() / 3);
    PdfReader reader = opened(new ReaderProcessPool(1, limits));
    DocumentPreparer preparer = new DocumentPreparer(library, index, reader, recipe, work);
    return new ReadingJobs(library, readings, preparer, readerQueue, indexerQueue);
  }

  private DelayingQueue queue(String url) {
    return new SqsQueue(opened(SqsJobQueue.open(url, PATIENCE)));
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  private static void deleteLeftovers(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("Closing failed", e);
      }
    }
  }
}
