package ragtime.job;

/**
 * Tell how far an indexing has come; at most one every two seconds.
 *
 * @param id unique
 * @param reply where to tell it
 * @param documentsDone documents finished
 * @param documents documents in all
 * @param pagesDone pages read so far
 */
public record Progress(
    String id, ReplyAddress reply, int documentsDone, int documents, int pagesDone)
    implements WorkerJob {
  @Override
  public String group() {
    return reply.channel() + "/" + reply.messageTs();
  }
}
