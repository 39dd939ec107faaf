package ragtime.job;

import java.util.Optional;
import ragtime.library.FailureReason;

/**
 * Tell what became of one document, or of a whole run.
 *
 * @param id unique
 * @param reply where to tell it
 * @param document the document's key, or empty for a run over the library
 * @param pages pages read
 * @param passages passages now searchable
 * @param documents documents indexed
 * @param failed documents that failed
 * @param failure why the one document failed, if it did
 */
public record Outcome(
    String id,
    ReplyAddress reply,
    Optional<String> document,
    int pages,
    int passages,
    int documents,
    int failed,
    Optional<FailureReason> failure)
    implements WorkerJob {
  @Override
  public String group() {
    return reply.channel() + "/" + reply.messageTs();
  }
}
