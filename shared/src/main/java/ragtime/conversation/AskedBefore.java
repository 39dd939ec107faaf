package ragtime.conversation;

import java.time.Instant;

/**
 * That somebody asked something; what it was, the conversation knows.
 *
 * @param conversation where
 * @param turnTs which turn of it
 * @param at when
 */
public record AskedBefore(ConversationKey conversation, String turnTs, Instant at) {}
