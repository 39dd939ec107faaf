package ragtime.job;

/**
 * Show everyone an answer that only its asker has seen.
 *
 * @param id made of the click's trigger
 * @param team the workspace
 * @param channel where to show it
 * @param user who shares it
 * @param rootTs the conversation it belongs to
 * @param turnTs the turn of that conversation
 * @param responseUrl replaces what the asker sees
 */
public record ShareAnswer(
    String id,
    String team,
    String channel,
    String user,
    String rootTs,
    String turnTs,
    String responseUrl)
    implements WorkerJob {
  @Override
  public String group() {
    return channel + "/" + rootTs;
  }
}
