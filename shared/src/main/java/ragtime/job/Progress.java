package ragtime.job;

import java.util.Optional;

/**
 * Tell how far an indexing has come; at most one every two seconds.
 *
 * @param id unique
 * @param reply where to tell it
 * @param documentsDone documents finished
 * @param documents documents in all
 * @param pagesDone pages read so far
 * @param pace how a run over many documents is going, where that is known
 */
public record Progress(
    String id,
    ReplyAddress reply,
    int documentsDone,
    int documents,
    int pagesDone,
    Optional<Pace> pace)
    implements WorkerJob {

  /** How far an indexing has come of which no more is known. */
  public Progress(String id, ReplyAddress reply, int documentsDone, int documents, int pagesDone) {
    this(id, reply, documentsDone, documents, pagesDone, Optional.empty());
  }

  @Override
  public String group() {
    return reply.channel() + "/" + reply.messageTs();
  }
}
