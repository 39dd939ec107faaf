package ragtime.job;

import java.util.Optional;

/**
 * Hand a question that no document answers to people who may know.
 *
 * @param id made of the click's trigger
 * @param team the workspace
 * @param channel where it was asked
 * @param user who asks them
 * @param rootTs the conversation it belongs to
 * @param turnTs the turn of that conversation
 * @param responseUrl where to say so
 */
public record AskExperts(
    String id,
    String team,
    String channel,
    String user,
    String rootTs,
    String turnTs,
    Optional<String> responseUrl)
    implements WorkerJob {
  @Override
  public String group() {
    return channel + "/" + rootTs;
  }
}
