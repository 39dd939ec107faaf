package ragtime.indexer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.job.FollowReindex;
import ragtime.job.IndexDocuments;
import ragtime.job.IndexerJob;
import ragtime.job.JobQueue;
import ragtime.job.Pace;
import ragtime.job.ReadDocument;
import ragtime.job.Reindex;
import ragtime.job.ReplyAddress;

/**
 * Does the indexer's jobs where documents are read on the same machine, each to its end, and tells
 * whoever asked how they go on and what came of them.
 */
public final class IndexerWorker {

  private static final Logger LOG = LoggerFactory.getLogger(IndexerWorker.class);
  private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(2);

  private final LibraryIndexer indexer;
  private final Replies replies;
  private final Clock clock;

  /** A worker that tells what happens through {@code replies}. */
  public IndexerWorker(LibraryIndexer indexer, JobQueue replies, Clock clock) {
    this.indexer = indexer;
    this.replies = new Replies(replies);
    this.clock = clock;
  }

  /**
   * Does a job. Throws what keeps it from being done; when that was its last try, whoever asked is
   * told before.
   *
   * @param last whether it will not be tried again
   */
  public void handle(IndexerJob job, boolean last) {
    switch (job) {
      case IndexDocuments some -> index(some, last);
      case ReadDocument one ->
          index(new IndexDocuments(one.id(), List.of(one.document()), one.reply()), last);
      case Reindex all -> reindex(all, last);
      case FollowReindex next -> reindex(next.order(), last);
    }
  }

  private void index(IndexDocuments job, boolean last) {
    Set<String> keys = Set.copyOf(job.documents());
    IndexRun run = run(job.id(), new Scope.Documents(keys), job.reply(), job.documents(), last);
    job.reply()
        .ifPresent(
            reply ->
                run.reports().stream()
                    .filter(report -> keys.contains(report.document()))
                    .forEach(report -> replies.outcome(job.id(), reply, report)));
  }

  private void reindex(Reindex job, boolean last) {
    IndexRun run = run(job.id(), new Scope.Library(job.full()), job.reply(), List.of(), last);
    job.reply().ifPresent(reply -> replies.outcome(job.id(), reply, run, 0));
  }

  private IndexRun run(
      String job, Scope scope, Optional<ReplyAddress> reply, List<String> documents, boolean last) {
    try {
      IndexRun run =
          indexer.run(
              scope,
              reply.<IndexProgress>map(to -> new Telling(job, to)).orElse(IndexProgress.NONE));
      LOG.info(
          "Job {}: generation {}, indexed {}, removed {}, failed {}, in {} ms",
          job,
          run.generation(),
          run.count(DocumentReport.Status.INDEXED),
          run.count(DocumentReport.Status.REMOVED),
          run.count(DocumentReport.Status.FAILED),
          run.tookMillis());
      return run;
    } catch (RuntimeException e) {
      if (last) {
        reply.ifPresent(to -> replies.givenUp(job, to, documents));
      }
      throw e;
    }
  }

  /** Tells how far a run has come, at most once every two seconds. */
  private final class Telling implements IndexProgress {
    private final String job;
    private final ReplyAddress reply;
    private final Instant started = clock.instant();
    private Instant told = started;
    private int documents;
    private int done;
    private int pages;
    private int failed;

    Telling(String job, ReplyAddress reply) {
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
      failed += report.status() == DocumentReport.Status.FAILED ? 1 : 0;
      Instant now = clock.instant();
      if (done < documents && Duration.between(told, now).compareTo(BETWEEN_PROGRESS) >= 0) {
        told = now;
        long millis = Duration.between(started, now).toMillis();
        Pace pace = Pace.of(failed, done, documents, millis);
        replies.progress(job, reply, done, documents, pages, pace);
      }
    }

    @Override
    public void publishing() {}
  }
}
