package ragtime.indexer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ragtime.job.ReadDocument;
import ragtime.job.ReplyAddress;

/** Has documents read by other functions: one document a job, so that as many read as there are. */
final class ReadingOrders {
  private final DelayingQueue readers;

  ReadingOrders(DelayingQueue readers) {
    this.readers = readers;
  }

  /** Orders one document to be read, for whoever asked. */
  void order(String job, String document, Optional<ReplyAddress> reply) {
    readers.put(new ReadDocument(job + "/read/" + document, document, Optional.empty(), 0, reply));
  }

  /**
   * Orders documents to be read for a run.
   *
   * @param rereads the run, if it reads everything again
   */
  void order(String job, Collection<String> documents, Optional<String> rereads) {
    List<ReadDocument> jobs =
        documents.stream()
            .map(key -> new ReadDocument(job + "/read/" + key, key, rereads, 0, Optional.empty()))
            .toList();
    if (!jobs.isEmpty()) {
      Parallel.map(
          jobs,
          each -> {
            readers.put(each);
            return each;
          });
    }
  }
}
