package ragtime.local;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.job.JobQueue;
import ragtime.job.JobQueueException;
import ragtime.job.Reindex;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectStore;
import ragtime.store.StoreException;

/**
 * Looks at the library every few seconds and orders a reindex when it has changed, as the bucket's
 * events do on AWS.
 */
final class LibraryWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LibraryWatch.class);

  private final ObjectStore library;
  private final JobQueue queue;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("library-watch").factory());
  private List<ObjectInfo> seen;

  private LibraryWatch(ObjectStore library, JobQueue queue) {
    this.library = library;
    this.queue = queue;
    this.seen = library.list("");
  }

  static LibraryWatch start(ObjectStore library, JobQueue queue, Duration every) {
    LibraryWatch watch = new LibraryWatch(library, queue);
    ScheduledFuture<?> looking =
        watch.thread.scheduleWithFixedDelay(
            watch::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    LOG.debug("Looks at the library every {}: {}", every, !looking.isDone());
    return watch;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void look() {
    try {
      List<ObjectInfo> now = library.list("");
      if (!now.equals(seen)) {
        queue.put(new Reindex("watch-" + UUID.randomUUID(), false, Optional.empty()));
        seen = now;
      }
    } catch (StoreException | JobQueueException e) {
      LOG.warn("The library could not be looked at: {}", e.getMessage());
    }
  }
}
