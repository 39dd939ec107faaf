package ragtime.conversation;

/**
 * Tells a conversation from another.
 *
 * @param team the workspace
 * @param channel the channel or direct message
 * @param rootTs the timestamp of the message that began it
 */
public record ConversationKey(String team, String channel, String rootTs) {
  public ConversationKey {
    if (team.isBlank() || channel.isBlank() || rootTs.isBlank()) {
      throw new IllegalArgumentException("A conversation has a team, a channel and a root");
    }
  }
}
