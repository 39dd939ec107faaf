package ragtime.job;

/**
 * Take in a file shared in Slack.
 *
 * @param id the event's id and the file's
 * @param team the workspace
 * @param channel where it was shared
 * @param user who shared it
 * @param ts the message that shared it; its outcome is told in that thread
 * @param fileId Slack's id of the file
 */
public record TakeFile(
    String id, String team, String channel, String user, String ts, String fileId)
    implements WorkerJob {
  @Override
  public String group() {
    return channel + "/" + ts;
  }
}
