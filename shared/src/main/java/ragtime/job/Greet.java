package ragtime.job;

/**
 * Welcome someone who opened the bot's messages.
 *
 * @param id the event's id
 * @param team the workspace
 * @param channel the direct message
 * @param user who opened it
 */
public record Greet(String id, String team, String channel, String user) implements WorkerJob {
  @Override
  public String group() {
    return channel;
  }
}
