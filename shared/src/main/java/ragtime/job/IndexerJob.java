package ragtime.job;

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
}
