package ragtime.job;

import java.util.Optional;

/**
 * The message in Slack that says how a piece of work is going, and is edited as it goes.
 *
 * @param team the workspace
 * @param channel the channel
 * @param messageTs the message's timestamp
 * @param language the language it is written in, as a language tag, if one is known
 */
public record ReplyAddress(
    String team, String channel, String messageTs, Optional<String> language) {
  @SuppressWarnings("OptionalAssignedToNull") // a job kept by an earlier version lacks it
  public ReplyAddress {
    language = language == null ? Optional.empty() : language;
  }

  /** A message in no language that is known. */
  public ReplyAddress(String team, String channel, String messageTs) {
    this(team, channel, messageTs, Optional.empty());
  }
}
