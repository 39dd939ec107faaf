package ragtime.job;

/**
 * Show somebody the bot's Home tab, as it is now.
 *
 * @param id the event's id
 * @param team the workspace
 * @param user who opened it
 */
public record ShowHome(String id, String team, String user) implements WorkerJob {
  @Override
  public String group() {
    return "home/" + user;
  }
}
