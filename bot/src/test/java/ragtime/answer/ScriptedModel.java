package ragtime.answer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import ragtime.model.ChatModel;
import ragtime.model.ChatReply;
import ragtime.model.ChatRequest;
import ragtime.model.ModelException;

/** A chat model that says what it was told to, in pieces of three characters. */
final class ScriptedModel implements ChatModel {

  private final Deque<Object> script = new ArrayDeque<>();
  final List<ChatRequest> requests = new ArrayList<>();

  ScriptedModel says(String text) {
    return says(new ChatReply(text, true, 10, 5));
  }

  ScriptedModel says(ChatReply reply) {
    script.add(reply);
    return this;
  }

  ScriptedModel isCutOffAfter(String text) {
    script.add(new ChatReply(text, false, 10, 5));
    return this;
  }

  ScriptedModel fails(ModelException.Kind kind) {
    script.add(new ModelException(kind, "as the script says", null, null));
    return this;
  }

  @Override
  public String id() {
    return "scripted";
  }

  @Override
  public ChatReply reply(ChatRequest request, Consumer<String> onText) {
    requests.add(request);
    return switch (script.removeFirst()) {
      case ModelException failure -> {
        onText.accept("Half an ans");
        throw failure;
      }
      case ChatReply reply -> {
        String text = reply.text();
        for (int i = 0; i < text.length(); i += 3) {
          onText.accept(text.substring(i, Math.min(text.length(), i + 3)));
        }
        yield reply;
      }
      default -> throw new IllegalStateException("The script is over");
    };
  }
}
