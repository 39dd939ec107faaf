package ragtime.conversation;

import java.time.Instant;
import java.util.Optional;

/**
 * What someone thinks of an answer.
 *
 * @param channel where the answer stands
 * @param messageTs the answer's message
 * @param user who said it
 * @param helpful whether it helped
 * @param comment what they said about it
 * @param question the question, or empty if it is forgotten by now
 * @param generation the index generation it was answered from, 0 if forgotten
 * @param at when they said it
 */
public record Feedback(
    String channel,
    String messageTs,
    String user,
    boolean helpful,
    Optional<String> comment,
    String question,
    long generation,
    Instant at) {}
