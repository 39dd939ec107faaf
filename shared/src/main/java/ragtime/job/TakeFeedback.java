package ragtime.job;

import java.util.Optional;

/**
 * Keep what someone thinks of an answer.
 *
 * @param id made of the click's trigger
 * @param team the workspace
 * @param channel where the answer stands
 * @param user who clicked
 * @param messageTs the answer's message
 * @param rootTs the conversation it belongs to
 * @param turnTs the turn of that conversation
 * @param helpful whether it helped
 * @param reasons what was wrong with it, by the bot's names for it with commas in between
 * @param comment what they said about it
 * @param responseUrl where thanks go
 */
public record TakeFeedback(
    String id,
    String team,
    String channel,
    String user,
    String messageTs,
    String rootTs,
    String turnTs,
    boolean helpful,
    Optional<String> reasons,
    Optional<String> comment,
    Optional<String> responseUrl)
    implements WorkerJob {
  @Override
  public String group() {
    return channel + "/" + messageTs + "/" + user;
  }
}
