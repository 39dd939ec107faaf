package ragtime.indexer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.job.FollowReindex;
import ragtime.job.Pace;
import ragtime.job.Reindex;
import ragtime.job.ReplyAddress;

/**
 * Brings the whole index up to date, with others who read. A run is a chain of jobs: each publishes
 * what has been read since the one before, tells how far it has come, and puts the next one in the
 * queue; so it may take hours although no function may. What it has to remember is in the job.
 */
final class ReindexJobs {
  private static final Logger LOG = LoggerFactory.getLogger(ReindexJobs.class);
  private static final Duration WATCHED_EVERY = Duration.ofSeconds(5);
  private static final Duration ALONE_EVERY = Duration.ofSeconds(30);

  /** Reading one document does not take longer; if nothing moves, orders may have been lost. */
  private static final Duration PATIENCE = Duration.ofMinutes(12);

  /** With less, a step is left to the next function. */
  private static final Duration LEAST_TIME = Duration.ofMinutes(1);

  private static final Duration LONGEST_RUN = Duration.ofHours(24);

  private final LibraryIndexer indexer;
  private final Upkeep upkeep;
  private final DelayingQueue queue;
  private final ReadingOrders orders;
  private final Replies replies;
  private final Clock clock;

  ReindexJobs(
      LibraryIndexer indexer,
      Upkeep upkeep,
      DelayingQueue queue,
      ReadingOrders orders,
      Replies replies,
      Clock clock) {
    this.indexer = indexer;
    this.upkeep = upkeep;
    this.queue = queue;
    this.orders = orders;
    this.replies = replies;
    this.clock = clock;
  }

  /** Begins a run. */
  void begin(Reindex order, Budget budget) {
    if (budget.left().compareTo(LEAST_TIME) < 0) {
      queue.put(order);
      return;
    }
    Instant now = clock.instant();
    Scope.Library scope = new Scope.Library(order.full(), order.id(), Optional.empty());
    IndexRun run = indexer.run(scope, budget, IndexProgress.NONE);
    log(order, run);
    orders.order(order.id(), run.outstanding(), scope.rereads());
    int left = left(run);
    int touched =
        run.count(DocumentReport.Status.INDEXED) + run.count(DocumentReport.Status.FAILED);
    int unchanged =
        run.reports().stream()
            .filter(report -> report.status() == DocumentReport.Status.UNCHANGED)
            .mapToInt(DocumentReport::pages)
            .sum();
    goOn(
        new FollowReindex(
            order.id() + "/0", order, now, run.lineage(), left + touched, left, unchanged, now),
        run);
  }

  /** Takes the next step of a run. */
  void follow(FollowReindex job, Budget budget) {
    if (budget.left().compareTo(LEAST_TIME) < 0) {
      queue.put(job);
      return;
    }
    Instant now = clock.instant();
    Reindex order = job.order();
    Scope.Library scope = new Scope.Library(order.full(), order.id(), job.lineage());
    IndexRun run = indexer.run(scope, budget, IndexProgress.NONE);
    int left = left(run);
    boolean moved = left != job.outstanding();
    boolean stuck = !moved && job.moved().plus(PATIENCE).isBefore(now);
    if (stuck) {
      orders.order(order.id(), run.outstanding(), scope.rereads());
    }
    if (!run.complete() && job.started().plus(LONGEST_RUN).isBefore(now)) {
      LOG.error("Run {} ends with {} documents that nobody could read", order.id(), left);
      order.reply().ifPresent(reply -> replies.outcome(order.id(), reply, run, left));
      return;
    }
    goOn(
        new FollowReindex(
            order.id() + "/" + now.toEpochMilli(),
            order,
            job.started(),
            run.lineage(),
            Math.max(job.documents(), left),
            left,
            job.pages(),
            moved || stuck ? now : job.moved()),
        run);
  }

  private void goOn(FollowReindex next, IndexRun run) {
    Reindex order = next.order();
    Optional<ReplyAddress> reply = order.reply();
    if (run.complete()) {
      log(order, run);
      reply.ifPresent(to -> replies.outcome(order.id(), to, run, 0));
      upkeep.sweepIfDue();
      return;
    }
    int done = next.documents() - next.outstanding();
    long millis = Duration.between(next.started(), clock.instant()).toMillis();
    int failed = run.count(DocumentReport.Status.FAILED);
    reply.ifPresent(
        to ->
            replies.progress(
                order.id(),
                to,
                done,
                next.documents(),
                Math.max(0, run.pages() - next.pages()),
                Pace.of(failed, done, next.documents(), millis)));
    boolean more = run.outstanding().isEmpty();
    queue.put(next, more ? Duration.ZERO : reply.isPresent() ? WATCHED_EVERY : ALONE_EVERY);
  }

  private static int left(IndexRun run) {
    List<String> left = new ArrayList<>(run.outstanding());
    left.addAll(run.unpublished());
    return left.size();
  }

  private static void log(Reindex order, IndexRun run) {
    LOG.info(
        "Run {}: generation {}, indexed {}, unchanged {}, removed {}, failed {}, to read {}, in {}"
            + " ms",
        order.id(),
        run.generation(),
        run.count(DocumentReport.Status.INDEXED),
        run.count(DocumentReport.Status.UNCHANGED),
        run.count(DocumentReport.Status.REMOVED),
        run.count(DocumentReport.Status.FAILED),
        run.outstanding().size(),
        run.tookMillis());
  }
}
