package ragtime.job;

import java.util.List;
import java.util.Optional;

/**
 * Bring these documents up to date: index what is there, remove what is gone.
 *
 * @param id unique
 * @param documents their keys, relative to the library
 * @param reply whom to tell, if anyone asked
 */
public record IndexDocuments(String id, List<String> documents, Optional<ReplyAddress> reply)
    implements IndexerJob {
  public IndexDocuments {
    documents = List.copyOf(documents);
  }

  @Override
  public String group() {
    return "indexer";
  }
}
