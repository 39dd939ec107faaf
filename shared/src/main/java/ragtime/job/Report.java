package ragtime.job;

/**
 * Tell someone what the bot knows.
 *
 * @param id made of the command's trigger
 * @param team the workspace
 * @param channel where it was asked; what may be told depends on it
 * @param user who asked
 * @param subject what they want to know
 * @param responseUrl where the reply goes
 */
public record Report(
    String id, String team, String channel, String user, Subject subject, String responseUrl)
    implements WorkerJob {

  /** What a report is about. */
  public enum Subject {
    /** The documents. */
    SOURCES,
    /** The index: how new it is, and what failed. */
    STATUS,
    /** Every document with what became of it; for admins. */
    DOCUMENTS,
    /** What was spent today, and what may be; for admins. */
    BUDGET
  }

  @Override
  public String group() {
    return id;
  }
}
