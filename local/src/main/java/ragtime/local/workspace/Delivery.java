package ragtime.local.workspace;

/**
 * One attempt to tell the bot of an event.
 *
 * @param eventId the event's id, the same in every attempt
 * @param type the event's type, such as {@code app_mention}
 * @param attempt 0 for the first
 * @param outcome the status, or Slack's word for why there was none
 */
public record Delivery(String eventId, String type, int attempt, String outcome) {}
