package ragtime.openai;

import java.util.function.Consumer;
import ragtime.model.ChatReply;
import ragtime.model.ModelException;
import ragtime.model.ModelException.Kind;

/** Puts the chunks of one reply together. */
final class ReplyInProgress {

  private final StringBuilder text = new StringBuilder();
  private final Consumer<String> onText;
  private String finish = "";
  private boolean done;
  private long inputTokens;
  private long outputTokens;

  ReplyInProgress(Consumer<String> onText) {
    this.onText = onText;
  }

  void add(ChatChunk chunk) {
    if (chunk.error() != null && !chunk.error().isJsonNull()) {
      throw WireError.of(200, chunk.error()).inReply();
    }
    if (chunk.usage() != null) {
      inputTokens = chunk.usage().promptTokens();
      outputTokens = chunk.usage().completionTokens();
    }
    if (chunk.choices() != null && !chunk.choices().isEmpty()) {
      add(chunk.choices().getFirst());
    }
  }

  private void add(ChatChunk.Choice choice) {
    var part = choice.delta() != null ? choice.delta() : choice.message();
    if (part != null) {
      if (part.refusal() != null && !part.refusal().isEmpty()) {
        throw refused();
      }
      if (part.content() != null && !part.content().isEmpty()) {
        text.append(part.content());
        onText.accept(part.content());
      }
    }
    if (choice.finishReason() != null) {
      finish = choice.finishReason();
    }
  }

  /** The endpoint said that nothing follows. */
  void done() {
    done = true;
  }

  /** The whole reply; throws if it is none. */
  ChatReply reply() {
    if (finish.equals("content_filter")) {
      throw refused();
    }
    if (finish.isEmpty() && !done) {
      throw new ModelException(
          Kind.UNAVAILABLE, "The model's endpoint broke off in mid-reply", null, null);
    }
    boolean cut = finish.equals("length");
    if (text.toString().isBlank()) {
      throw cut
          ? new ModelException(
              Kind.INVALID, "The token limit was spent before the model wrote anything", null, null)
          : new ModelException(Kind.UNAVAILABLE, "The model wrote nothing", null, null);
    }
    return new ChatReply(text.toString(), !cut, inputTokens, outputTokens);
  }

  private static ModelException refused() {
    return new ModelException(Kind.REFUSED, "The model declined to reply", null, null);
  }
}
