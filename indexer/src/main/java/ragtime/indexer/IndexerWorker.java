package ragtime.indexer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.job.IndexerJob;
import ragtime.job.IndexerJob.IndexDocuments;
import ragtime.job.IndexerJob.Reindex;
import ragtime.job.JobQueue;
import ragtime.job.ReplyAddress;
import ragtime.job.WorkerJob;

/**
 * Does the indexer's jobs, and tells whoever asked how they go on and what came of them: as jobs
 * for the bot's worker, which is the only one that speaks to Slack.
 */
public final class IndexerWorker {

  private static final Logger LOG = LoggerFactory.getLogger(IndexerWorker.class);
  private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(2);

  private final LibraryIndexer indexer;
  private final JobQueue replies;
  private final Clock clock;

  /** A worker that tells what happens through {@code replies}. */
  public IndexerWorker(LibraryIndexer indexer, JobQueue replies, Clock clock) {
    this.indexer = indexer;
    this.replies = replies;
    this.clock = clock;
  }

  /**
   * Does a job. Throws what keeps it from being done; when that was its last try, whoever asked is
   * told before.
   *
   * @param last whether it will not be tried again
   */
  public void handle(IndexerJob job, boolean last) {
    try {
      switch (job) {
        case IndexDocuments some -> index(some);
        case Reindex all -> reindex(all);
      }
    } catch (RuntimeException e) {
      if (last) {
        addressee(job).ifPresent(reply -> replies.put(givenUp(job, reply)));
      }
      throw e;
    }
  }

  private void index(IndexDocuments job) {
    IndexRun run =
        indexer.run(new Scope.Documents(Set.copyOf(job.documents())), progress(job, job.reply()));
    log(job, run);
    if (job.reply().isPresent()) {
      run.reports().stream()
          .filter(report -> job.documents().contains(report.document()))
          .forEach(report -> replies.put(outcome(job, job.reply().get(), report)));
    }
  }

  private void reindex(Reindex job) {
    IndexRun run = indexer.run(new Scope.Library(job.full()), progress(job, job.reply()));
    log(job, run);
    job.reply().ifPresent(reply -> replies.put(outcome(job, reply, run)));
  }

  private static WorkerJob outcome(IndexDocuments job, ReplyAddress reply, DocumentReport report) {
    boolean failed = report.status() == DocumentReport.Status.FAILED;
    return new WorkerJob.Outcome(
        job.id() + "/outcome/" + report.document(),
        reply,
        Optional.of(report.document()),
        report.pages(),
        report.passages(),
        failed ? 0 : 1,
        failed ? 1 : 0,
        report.reason());
  }

  private static WorkerJob outcome(Reindex job, ReplyAddress reply, IndexRun run) {
    return new WorkerJob.Outcome(
        job.id() + "/outcome",
        reply,
        Optional.empty(),
        run.pages(),
        run.passages(),
        run.documents(),
        run.count(DocumentReport.Status.FAILED),
        Optional.empty());
  }

  /** An outcome that counts a failure and gives no reason: the fault is not the document's. */
  private static WorkerJob givenUp(IndexerJob job, ReplyAddress reply) {
    Optional<String> document =
        job instanceof IndexDocuments some
            ? some.documents().stream().findFirst()
            : Optional.empty();
    return new WorkerJob.Outcome(
        job.id() + "/given-up", reply, document, 0, 0, 0, 1, Optional.empty());
  }

  private static Optional<ReplyAddress> addressee(IndexerJob job) {
    return switch (job) {
      case IndexDocuments some -> some.reply();
      case Reindex all -> all.reply();
    };
  }

  private static void log(IndexerJob job, IndexRun run) {
    LOG.info(
        "Job {}: generation {}, indexed {}, removed {}, failed {}, in {} ms",
        job.id(),
        run.generation(),
        run.count(DocumentReport.Status.INDEXED),
        run.count(DocumentReport.Status.REMOVED),
        run.count(DocumentReport.Status.FAILED),
        run.tookMillis());
  }

  private IndexProgress progress(IndexerJob job, Optional<ReplyAddress> reply) {
    return reply
        .<IndexProgress>map(address -> new Telling(job, address))
        .orElse(IndexProgress.NONE);
  }

  /** Tells how far a run has come, at most once every two seconds. */
  private final class Telling implements IndexProgress {
    private final IndexerJob job;
    private final ReplyAddress reply;
    private Instant told = clock.instant();
    private int documents;
    private int done;
    private int pages;

    Telling(IndexerJob job, ReplyAddress reply) {
      this.job = job;
      this.reply = reply;
    }

    @Override
    public void started(int count, long bytes) {
      documents = count;
    }

    @Override
    public void finished(DocumentReport report, long bytes) {
      done++;
      pages += report.pages();
      Instant now = clock.instant();
      if (done < documents && Duration.between(told, now).compareTo(BETWEEN_PROGRESS) >= 0) {
        told = now;
        replies.put(
            new WorkerJob.Progress(job.id() + "/progress/" + done, reply, done, documents, pages));
      }
    }

    @Override
    public void publishing() {}
  }
}
