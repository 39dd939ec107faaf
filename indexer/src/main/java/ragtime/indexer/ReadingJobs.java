package ragtime.indexer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.job.IndexDocuments;
import ragtime.job.ReadDocument;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectStore;

/**
 * Does the readers' jobs: prepares a document and tells the indexer. Where something else than the
 * document is at fault, such as a model that cannot be reached, the job is put off and tried again
 * later; so a job that is delivered again is one whose reader died.
 */
final class ReadingJobs {
  private static final Logger LOG = LoggerFactory.getLogger(ReadingJobs.class);

  /** Spread over more than two hours. */
  static final int MOST_TRIES = 12;

  private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  private final ObjectStore library;
  private final Readings readings;
  private final DocumentPreparer preparer;
  private final DelayingQueue readers;
  private final DelayingQueue indexer;

  ReadingJobs(
      ObjectStore library,
      Readings readings,
      DocumentPreparer preparer,
      DelayingQueue readers,
      DelayingQueue indexer) {
    this.library = library;
    this.readings = readings;
    this.preparer = preparer;
    this.readers = readers;
    this.indexer = indexer;
  }

  /** Does a job, or puts it off. Throws only if neither can be done. */
  void handle(ReadDocument job) {
    try {
      read(job);
    } catch (RuntimeException e) {
      LOG.warn("Job {} put off, try {}: {}", job.id(), job.tries() + 1, describe(e));
      ReadDocument next = job.again();
      if (next.tries() < MOST_TRIES) {
        readers.put(next, waitAfter(job.tries()));
      } else {
        indexer.put(next);
      }
    }
  }

  private void read(ReadDocument job) {
    Optional<ObjectInfo> pdf =
        library.list(job.document()).stream()
            .filter(info -> info.key().equals(job.document()))
            .findFirst();
    if (pdf.isPresent() && readings.of(pdf.get(), job.run()).isEmpty()) {
      preparer
          .prepare(pdf.get(), job.run())
          .ifPresent(
              done ->
                  LOG.info(
                      "Job {}: {} pages, {} passages in {} ms",
                      job.id(),
                      done.entry().document().pages(),
                      done.entry().passages(),
                      done.tookMillis()));
    }
    // A run that reads everything again looks for itself.
    if (job.run().isEmpty() || job.reply().isPresent()) {
      indexer.put(new IndexDocuments(job.id(), List.of(job.document()), job.reply()));
    }
  }

  private static Duration waitAfter(int tries) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries, 10));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  /** What failed and where, without the message, which might quote somebody. */
  private static String describe(RuntimeException failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
