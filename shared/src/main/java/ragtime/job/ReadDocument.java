package ragtime.job;

import java.util.Optional;

/**
 * Read one document, so that it can be indexed; for the readers, which tell the indexer when it is
 * done. Where it comes to the indexer itself, every reader that took it has died of it.
 *
 * @param id unique
 * @param document its key, relative to the library
 * @param run the reindex that reads everything again, once; without it nothing is read again
 * @param tries how often it was put off because something else than the document was at fault
 * @param reply whom to tell, if anyone asked
 */
public record ReadDocument(
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
