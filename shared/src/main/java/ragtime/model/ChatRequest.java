package ragtime.model;

import java.time.Duration;
import java.util.List;

/**
 * What a chat model is asked.
 *
 * @param system the standing instructions
 * @param messages the conversation so far, oldest first; the last is the user's
 * @param maxTokens the most tokens it may write, at least 1
 * @param timeout how long it may take in all, retries included
 */
public record ChatRequest(
    String system, List<ChatMessage> messages, int maxTokens, Duration timeout) {
  public ChatRequest {
    messages = List.copyOf(messages);
    if (messages.isEmpty() || messages.getLast().role() != ChatMessage.Role.USER) {
      throw new IllegalArgumentException("The last message is the user's");
    }
    if (maxTokens < 1) {
      throw new IllegalArgumentException("A reply has at least one token");
    }
  }

  /** The same, to be answered within this time. */
  public ChatRequest within(Duration time) {
    return new ChatRequest(system, messages, maxTokens, time);
  }
}
