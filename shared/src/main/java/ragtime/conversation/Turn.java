package ragtime.conversation;

import java.time.Instant;
import java.util.List;

/**
 * A question and what was answered.
 *
 * @param ts the question's timestamp, unique in its conversation; turns are in its order
 * @param at when it was answered
 * @param question the question, in the asker's words
 * @param answer the answer's text
 * @param citations the pages it cited
 * @param model what wrote it
 * @param generation the index generation it came from
 * @param inputTokens tokens the model read, 0 if unknown
 * @param outputTokens tokens the model wrote, 0 if unknown
 */
public record Turn(
    String ts,
    Instant at,
    String question,
    String answer,
    List<CitedPage> citations,
    String model,
    long generation,
    long inputTokens,
    long outputTokens) {
  public Turn {
    if (ts.isBlank()) {
      throw new IllegalArgumentException("A turn has a timestamp");
    }
    citations = List.copyOf(citations);
  }
}
