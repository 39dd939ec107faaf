package ragtime.indexer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.aws.SqsBatch.Message;
import ragtime.job.FollowReindex;
import ragtime.job.IndexDocuments;
import ragtime.job.IndexerJob;
import ragtime.job.ReadDocument;
import ragtime.job.Reindex;
import ragtime.job.ReplyAddress;
import ragtime.library.FailureReason;
import ragtime.model.ModelException;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectStore;
import ragtime.store.StoreException;

/**
 * Works off what comes by the indexer's queue, many messages at a time: all documents that they
 * name in one go, then the runs over the library.
 */
final class Inbox implements Post {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  /** Whoever configures the queue lets a message be received so often. */
  static final int RECEIVES = 5;

  private final ObjectStore library;
  private final Readings readings;
  private final Recipe recipe;
  private final DocumentJobs documents;
  private final ReindexJobs runs;
  private final Replies replies;

  Inbox(
      ObjectStore library,
      Readings readings,
      Recipe recipe,
      DocumentJobs documents,
      ReindexJobs runs,
      Replies replies) {
    this.library = library;
    this.readings = readings;
    this.recipe = recipe;
    this.documents = documents;
    this.runs = runs;
    this.replies = replies;
  }

  @Override
  public Set<String> handle(List<Message> messages, Budget budget) {
    Set<String> failed = new LinkedHashSet<>();
    Map<Message, IndexDocuments> named = new LinkedHashMap<>();
    Map<Message, IndexerJob> others = new LinkedHashMap<>();
    for (Message message : messages) {
      attempt(
          message,
          failed,
          () -> {
            switch (IndexerMessage.decode(message.id(), message.body())) {
              case IndexDocuments job -> named.put(message, job);
              case ReadDocument job -> giveUp(job).ifPresent(told -> named.put(message, told));
              case Reindex job -> others.put(message, job);
              case FollowReindex job -> others.put(message, job);
            }
          });
    }
    together(named, failed, budget);
    others.forEach(
        (message, job) ->
            attempt(
                message,
                failed,
                () -> {
                  switch (job) {
                    case Reindex order -> runs.begin(order, budget);
                    case FollowReindex next -> runs.follow(next, budget);
                    case IndexDocuments some -> throw new IllegalStateException("Done already");
                    case ReadDocument one -> throw new IllegalStateException("Done already");
                  }
                }));
    return failed;
  }

  /** If one of them is at fault, the others are done without it; if the store is, none is. */
  private void together(Map<Message, IndexDocuments> jobs, Set<String> failed, Budget budget) {
    try {
      documents.handle(jobs.values(), budget);
    } catch (StoreException | ModelException e) {
      jobs.keySet().forEach(message -> failed(message, failed, e));
    } catch (RuntimeException e) {
      if (jobs.size() == 1) {
        failed(jobs.keySet().iterator().next(), failed, e);
        return;
      }
      jobs.forEach(
          (message, job) -> attempt(message, failed, () -> documents.handle(List.of(job), budget)));
    }
  }

  /**
   * A document that no reader could read: all died of it, or something else was out of order for
   * hours. In the latter case it is left for the next run.
   */
  private Optional<IndexDocuments> giveUp(ReadDocument job) {
    if (job.tries() >= ReadingJobs.MOST_TRIES) {
      tell(job.id(), job.reply(), List.of(job.document()));
      return Optional.empty();
    }
    List<ObjectInfo> there =
        library.list(job.document()).stream()
            .filter(info -> info.key().equals(job.document()))
            .toList();
    for (ObjectInfo pdf : there) {
      if (readings.of(pdf, job.run()).isEmpty()) {
        LOG.warn("Job {}: every reader that took it died", job.id());
        var entry = recipe.failed(pdf.key(), pdf.version().token(), FailureReason.OUT_OF_MEMORY);
        readings.keep(new PreparedDocument(entry, 0), job.run());
      }
    }
    return Optional.of(new IndexDocuments(job.id(), List.of(job.document()), job.reply()));
  }

  private void attempt(Message message, Set<String> failed, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      failed(message, failed, e);
    }
  }

  private void failed(Message message, Set<String> failed, RuntimeException e) {
    LOG.error("Message {}, delivery {}, failed: {}", message.id(), message.receives(), trace(e));
    failed.add(message.id());
    if (message.receives() >= RECEIVES) {
      tellOfFailure(message);
    }
  }

  private void tellOfFailure(Message message) {
    try {
      switch (IndexerMessage.decode(message.id(), message.body())) {
        case IndexDocuments job -> tell(job.id(), job.reply(), job.documents());
        case ReadDocument job -> tell(job.id(), job.reply(), List.of(job.document()));
        case Reindex job -> tell(job.id(), job.reply(), List.of());
        case FollowReindex job -> tell(job.id(), job.order().reply(), List.of());
      }
    } catch (RuntimeException e) {
      LOG.error("Nobody could be told of message {}: {}", message.id(), e.getClass().getName());
    }
  }

  private void tell(String job, Optional<ReplyAddress> reply, List<String> documents) {
    reply.ifPresent(to -> replies.givenUp(job, to, documents));
  }

  private static String trace(RuntimeException e) {
    List<String> at = new ArrayList<>();
    for (StackTraceElement each : e.getStackTrace()) {
      if (at.size() < 3) {
        at.add(each.toString());
      }
    }
    return e.getClass().getName() + " at " + at;
  }
}
