package ragtime.answer;

import ragtime.model.ChatReply;

/**
 * What models were given to read and wrote for an answer, as far as they say.
 *
 * @param inputTokens tokens read
 * @param outputTokens tokens written
 */
public record Spent(long inputTokens, long outputTokens) {

  /** No model was asked, or none says. */
  public static final Spent NOTHING = new Spent(0, 0);

  static Spent on(ChatReply reply) {
    return new Spent(reply.inputTokens(), reply.outputTokens());
  }

  /** Both together. */
  public Spent plus(Spent other) {
    return new Spent(inputTokens + other.inputTokens, outputTokens + other.outputTokens);
  }

  /** All tokens. */
  public long tokens() {
    return inputTokens + outputTokens;
  }
}
