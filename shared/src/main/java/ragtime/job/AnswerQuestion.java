package ragtime.job;

import java.util.Optional;

/**
 * Answer a question asked in Slack.
 *
 * @param id the event's id, or for a command one made of its trigger
 * @param team the workspace
 * @param channel where it was asked and is answered
 * @param channelIsDirect whether that is a direct message
 * @param user who asked
 * @param ts the message's timestamp; a command, which is no message, has none
 * @param threadTs the root of its thread, if it stands in one
 * @param text the question, without the mention
 * @param responseUrl for a command: where its answer goes
 * @param edited when the message was changed, if this is about its new words: then the answer that
 *     was given is put right
 */
public record AnswerQuestion(
    String id,
    String team,
    String channel,
    boolean channelIsDirect,
    String user,
    Optional<String> ts,
    Optional<String> threadTs,
    String text,
    Optional<String> responseUrl,
    Optional<String> edited)
    implements WorkerJob {

  /** A question as it was first asked. */
  public AnswerQuestion(
      String id,
      String team,
      String channel,
      boolean channelIsDirect,
      String user,
      Optional<String> ts,
      Optional<String> threadTs,
      String text,
      Optional<String> responseUrl) {
    this(
        id,
        team,
        channel,
        channelIsDirect,
        user,
        ts,
        threadTs,
        text,
        responseUrl,
        Optional.empty());
  }

  @Override
  public String group() {
    return channel + "/" + threadTs.or(() -> ts).orElse(id);
  }
}
