package ragtime.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What someone thinks of an answer.
 *
 * @param channel where the answer stands
 * @param messageTs the answer's message
 * @param user who said it
 * @param helpful whether it helped
 * @param reasons what was wrong with it, by the bot's names for it; may be empty
 * @param comment what they said about it
 * @param question the question, or empty if it is forgotten by now
 * @param generation the index generation it was answered from, 0 if forgotten
 * @param cited the passages that the answer cited; empty if forgotten
 * @param at when they said it
 */
public record Feedback(
    String channel,
    String messageTs,
    String user,
    boolean helpful,
    List<String> reasons,
    Optional<String> comment,
    String question,
    long generation,
    List<CitedPage> cited,
    Instant at) {

  public Feedback {
    reasons = List.copyOf(reasons);
    cited = List.copyOf(cited);
  }
}
