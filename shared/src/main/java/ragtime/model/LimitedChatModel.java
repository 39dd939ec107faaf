package ragtime.model;

import java.util.function.Consumer;

/**
 * A chat model that may write so many tokens, whatever the request says: more, for those that think
 * before they write, or less, to save.
 */
public final class LimitedChatModel implements ChatModel {

  private final ChatModel model;
  private final int maxTokens;

  /** The same model with this limit, at least 1. */
  public LimitedChatModel(ChatModel model, int maxTokens) {
    this.model = model;
    this.maxTokens = maxTokens;
  }

  @Override
  public String id() {
    return model.id();
  }

  @Override
  public ChatReply reply(ChatRequest request, Consumer<String> onText) {
    return model.reply(
        new ChatRequest(request.system(), request.messages(), maxTokens, request.timeout()),
        onText);
  }
}
