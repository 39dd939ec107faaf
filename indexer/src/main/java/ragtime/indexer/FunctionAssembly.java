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
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import ragtime.aws.S3Store;
import ragtime.aws.SqsJobQueue;
import ragtime.library.TeamFolder;
import ragtime.model.Attempts;
import ragtime.pdf.PdfReader;
import ragtime.pdf.ReaderLimits;
import ragtime.pdf.ReaderProcessPool;
import ragtime.provider.Models;
import ragtime.provider.SettingsException;

/** What the functions are made of. Made from top to bottom, closed in reverse. */
final class FunctionAssembly implements AutoCloseable {
  private static final String LIBRARY = "pdfs";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final FunctionSettings settings;
  private final Path work;
  private final Clock clock = Clock.systemUTC();
  private final S3Store bucket;
  private final Recipe recipe;
  private final DelayingQueue indexerQueue;
  private final DelayingQueue readerQueue;

  /**
   * @param work a folder that is this function's alone; what a killed one left there is deleted
   */
  FunctionAssembly(FunctionSettings settings, Path work) {
    this.settings = settings;
    this.work = work;
    deleteLeftovers(work);
    bucket = opened(S3Store.open(settings.store()));
    Models models = opened(Models.open(settings.models(), clock, Attempts.standard(clock)));
    recipe = new Recipe(models.embedder());
    indexerQueue = queue(settings.indexerQueue());
    readerQueue = queue(settings.readerQueue());
  }

  /** The writer, of the one workspace or of several. */
  Post post() {
    String url =
        settings
            .workerQueue()
            .orElseThrow(
                () -> new SettingsException(List.of("RAGTIME_WORKER_QUEUE_URL is missing")));
    DelayingQueue worker = queue(url);
    if (!settings.several()) {
      return inbox(new Place(bucket, work, indexerQueue, readerQueue, worker, false));
    }
    return new TeamInboxes(
        folder -> {
          Path own = work.resolve(folder.team());
          Place place =
              new Place(
                  bucket.beneath(folder.path()),
                  own,
                  indexerQueue.of(folder),
                  readerQueue.of(folder),
                  worker.of(folder),
                  true);
          return new TeamInboxes.Open(inbox(place), () -> deleteLeftovers(own));
        },
        () ->
            bucket.folders(TeamFolder.ALL).stream()
                .map(TeamFolder::of)
                .flatMap(Optional::stream)
                .toList(),
        indexerQueue);
  }

  /**
   * What a workspace has.
   *
   * @param store the index and all that is made of the library
   * @param work a folder of this function's
   * @param forgetsPictures whether no rule of the bucket forgets its pictures
   */
  private record Place(
      S3Store store,
      Path work,
      DelayingQueue indexer,
      DelayingQueue readers,
      DelayingQueue worker,
      boolean forgetsPictures) {
    S3Store library() {
      return store.beneath(LIBRARY);
    }
  }

  private Inbox inbox(Place place) {
    S3Store library = place.library();
    LibraryIndexer indexer =
        new LibraryIndexer(library, place.store(), recipe, Readers.ELSEWHERE, place.work(), clock);
    ReadingOrders orders = new ReadingOrders(place.readers());
    Replies replies = new Replies(place.worker());
    Upkeep upkeep = new Upkeep(library, place.store(), place.forgetsPictures(), clock);
    return new Inbox(
        library,
        new Readings(place.store(), recipe.name()),
        recipe,
        new DocumentJobs(indexer, place.indexer(), orders, replies),
        new ReindexJobs(indexer, upkeep, place.indexer(), orders, replies, clock),
        replies);
  }

  /** The reader of each workspace, with one process for files of strangers. */
  Function<Optional<TeamFolder>, ReadingJobs> reading() {
    ReaderLimits limits = ReaderLimits.DEFAULT.withHeap(settings.memoryMegabytes() / 3);
    PdfReader reader = opened(new ReaderProcessPool(1, limits));
    return team -> {
      S3Store store = team.map(folder -> bucket.beneath(folder.path())).orElse(bucket);
      S3Store library = store.beneath(LIBRARY);
      return new ReadingJobs(
          library,
          new Readings(store, recipe.name()),
          new DocumentPreparer(library, store, reader, recipe, work),
          team.map(readerQueue::of).orElse(readerQueue),
          team.map(indexerQueue::of).orElse(indexerQueue));
    };
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
