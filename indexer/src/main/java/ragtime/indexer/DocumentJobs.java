package ragtime.indexer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.job.IndexDocuments;
import ragtime.job.Reindex;
import ragtime.job.ReplyAddress;

/**
 * Brings documents up to date, those of many jobs in one go: publishes what was read, has read what
 * was not, and tells those who asked.
 */
final class DocumentJobs {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentJobs.class);
  private static final Duration UNTIL_REBUILT = Duration.ofMinutes(5);

  private final LibraryIndexer indexer;
  private final DelayingQueue queue;
  private final ReadingOrders orders;
  private final Replies replies;

  DocumentJobs(LibraryIndexer indexer, DelayingQueue queue, ReadingOrders orders, Replies replies) {
    this.indexer = indexer;
    this.queue = queue;
    this.orders = orders;
    this.replies = replies;
  }

  /** Does these jobs. Throws what keeps them from being done; then none is. */
  void handle(Collection<IndexDocuments> jobs, Budget budget) {
    Set<String> keys =
        jobs.stream().flatMap(job -> job.documents().stream()).collect(Collectors.toSet());
    if (keys.isEmpty()) {
      return;
    }
    IndexRun run = indexer.run(new Scope.Documents(keys), budget, IndexProgress.NONE);
    LOG.info(
        "{} jobs for {} documents: generation {}, indexed {}, removed {}, failed {}, to read {},"
            + " in {} ms",
        jobs.size(),
        keys.size(),
        run.generation(),
        run.count(DocumentReport.Status.INDEXED),
        run.count(DocumentReport.Status.REMOVED),
        run.count(DocumentReport.Status.FAILED),
        run.outstanding().size(),
        run.tookMillis());
    if (!run.rebuilt().isEmpty() && run.lineage().isEmpty()) {
      LOG.warn("The index has to be built anew: {}", run.rebuilt());
      String id = "rebuild-" + jobs.iterator().next().id();
      queue.put(new Reindex(id, false, Optional.empty()));
    }
    settle(jobs, run);
  }

  private void settle(Collection<IndexDocuments> jobs, IndexRun run) {
    Set<String> unread = new HashSet<>(run.outstanding());
    Set<String> waiting = new HashSet<>(run.unpublished());
    Map<String, DocumentReport> reports =
        run.reports().stream()
            .collect(Collectors.toMap(DocumentReport::document, Function.identity()));
    Map<String, Map<Optional<ReplyAddress>, String>> orders = new LinkedHashMap<>();
    for (IndexDocuments job : jobs) {
      List<String> later = new ArrayList<>();
      for (String key : job.documents()) {
        if (unread.contains(key)) {
          orders.computeIfAbsent(key, k -> new LinkedHashMap<>()).put(job.reply(), job.id());
        } else if (waiting.contains(key) || !run.rebuilt().isEmpty() && !reports.containsKey(key)) {
          later.add(key);
        } else {
          job.reply().ifPresent(reply -> tell(job, reply, key, reports));
        }
      }
      putOff(job, later, run);
    }
    orders.forEach(this::order);
  }

  /** One reading for each who is to be told; if nobody is, one. */
  private void order(String key, Map<Optional<ReplyAddress>, String> askers) {
    if (askers.size() > 1) {
      askers.remove(Optional.<ReplyAddress>empty());
    }
    askers.forEach((reply, job) -> orders.order(job, key, reply));
  }

  private void putOff(IndexDocuments job, List<String> documents, IndexRun run) {
    if (documents.isEmpty()) {
      return;
    }
    IndexDocuments rest = new IndexDocuments(job.id(), documents, job.reply());
    if (run.rebuilt().isEmpty()) {
      queue.put(rest);
    } else if (job.reply().isPresent()) {
      queue.put(rest, UNTIL_REBUILT);
    }
  }

  private void tell(
      IndexDocuments job, ReplyAddress reply, String key, Map<String, DocumentReport> reports) {
    DocumentReport report = reports.get(key);
    if (report == null) {
      replies.givenUp(job.id(), reply, List.of(key));
    } else {
      replies.outcome(job.id(), reply, report);
    }
  }
}
