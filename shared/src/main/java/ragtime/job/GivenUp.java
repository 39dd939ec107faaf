package ragtime.job;

import java.util.Optional;

/**
 * Tell that nothing came of an indexing, for no fault of any document's: a store or a model was out
 * of reach for too long.
 *
 * @param id unique
 * @param reply where to tell it
 * @param document the document's key, or empty for a run over the library
 */
public record GivenUp(String id, ReplyAddress reply, Optional<String> document)
    implements WorkerJob {
  @Override
  public String group() {
    return reply.channel() + "/" + reply.messageTs();
  }
}
