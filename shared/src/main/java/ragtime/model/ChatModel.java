package ragtime.model;

import java.util.function.Consumer;

/** Writes the next message of a conversation. Safe for use by many threads. */
public interface ChatModel {

  /** The model's name, as recorded with each answer. */
  String id();

  /**
   * The model's reply. Text is given to {@code onText} piece by piece as it arrives, on the calling
   * thread; the reply holds all of it again. Throws {@link ModelException}; then what was given so
   * far is no answer.
   */
  ChatReply reply(ChatRequest request, Consumer<String> onText);
}
