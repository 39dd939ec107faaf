package ragtime.model;

import java.util.Optional;

/**
 * What a chat model wrote.
 *
 * @param text all of it
 * @param complete false if it was cut at the token limit
 * @param inputTokens tokens read, 0 if the model does not say
 * @param outputTokens tokens written, 0 if the model does not say
 * @param instead the model that wrote it, if another one did than the one that was asked
 */
public record ChatReply(
    String text, boolean complete, long inputTokens, long outputTokens, Optional<String> instead) {

  /** What the model that was asked wrote. */
  public ChatReply(String text, boolean complete, long inputTokens, long outputTokens) {
    this(text, complete, inputTokens, outputTokens, Optional.empty());
  }

  /** The same, written by this model in the place of the one that was asked. */
  public ChatReply by(String model) {
    return new ChatReply(
        text, complete, inputTokens, outputTokens, instead.or(() -> Optional.of(model)));
  }
}
