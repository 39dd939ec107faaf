package ragtime.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the indexer does. */
public sealed interface IndexerJob extends Job {

  /**
   * Bring these documents up to date: index what is there, remove what is gone.
   *
   * @param id unique
   * @param documents their keys, relative to the library
   * @param reply whom to tell, if anyone asked
   */
  record IndexDocuments(String id, List<String> documents, Optional<ReplyAddress> reply)
      implements IndexerJob {
    public IndexDocuments {
      documents = List.copyOf(documents);
    }

    @Override
    public String group() {
      return "indexer";
    }
  }

  /**
   * Bring the whole index up to date with the library.
   *
   * @param id unique
   * @param full whether to read everything again, changed or not
   * @param reply whom to tell, if anyone asked
   */
  record Reindex(String id, boolean full, Optional<ReplyAddress> reply) implements IndexerJob {
    @Override
    public String group() {
      return "indexer";
    }
  }

  /**
   * Read one document, so that it can be indexed; for the readers, which tell the indexer when it
   * is done. Where it comes to the indexer itself, every reader that took it has died of it.
   *
   * @param id unique
   * @param document its key, relative to the library
   * @param run the reindex that reads everything again, once; without it nothing is read again
   * @param tries how often it was put off because something else than the document was at fault
   * @param reply whom to tell, if anyone asked
   */
  record ReadDocument(
      String id, String document, Optional<String> run, int tries, Optional<ReplyAddress> reply)
      implements IndexerJob {
    @Override
    public String group() {
      return document;
    }

    /** The same, put off once more. */
    public ReadDocument again() {
      return new ReadDocument(id, document, run, tries + 1, reply);
    }
  }

  /**
   * Look how a reindex goes on whose documents are being read elsewhere, and go on with it.
   *
   * @param id unique
   * @param order what was asked for
   * @param started when the reindex began
   * @param lineage the lineage that it builds beside the one that is served, if it does
   * @param documents how many documents were to be read
   * @param outstanding how many of them were not indexed yet when it was last looked at
   * @param pages how many pages of unchanged documents the index had when it began
   * @param moved when that last became fewer
   */
  record FollowReindex(
      String id,
      Reindex order,
      Instant started,
      Optional<String> lineage,
      int documents,
      int outstanding,
      int pages,
      Instant moved)
      implements IndexerJob {
    @Override
    public String group() {
      return "indexer";
    }
  }
}
