package ragtime.job;

/**
 * The message in Slack that says how a piece of work is going, and is edited as it goes.
 *
 * @param team the workspace
 * @param channel the channel
 * @param messageTs the message's timestamp
 */
public record ReplyAddress(String team, String channel, String messageTs) {}
