package ragtime.openai;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import ragtime.model.Alternation;
import ragtime.model.ChatMessage;
import ragtime.model.ChatRequest;

/**
 * How an endpoint wants to be asked. Endpoints differ in what they take, and say so only when asked
 * for what they don't.
 *
 * @param streaming whether it sends the reply in pieces
 * @param usage whether it can be asked to count tokens while streaming
 * @param systemRole whether the model's template knows a system message
 * @param temperature whether a temperature may be set
 * @param limit the name of the token limit
 */
record ChatDialect(
    boolean streaming, boolean usage, boolean systemRole, boolean temperature, String limit) {

  static final String OLD_LIMIT = "max_tokens";
  static final String NEW_LIMIT = "max_completion_tokens";

  static ChatDialect usual() {
    return new ChatDialect(true, true, true, true, OLD_LIMIT);
  }

  /**
   * Another way to ask, after the endpoint refused this one as malformed; nothing if that is final.
   */
  Optional<ChatDialect> after(String refusal) {
    var said = refusal.toLowerCase(Locale.ROOT);
    if (limit.equals(OLD_LIMIT) && said.contains(NEW_LIMIT)) {
      return Optional.of(new ChatDialect(streaming, usage, systemRole, temperature, NEW_LIMIT));
    }
    if (temperature && said.contains("temperature")) {
      return Optional.of(new ChatDialect(streaming, usage, systemRole, false, limit));
    }
    if (systemRole && said.contains("system role")) {
      return Optional.of(new ChatDialect(streaming, usage, false, temperature, limit));
    }
    if (streaming && usage && said.contains("stream_options")) {
      return Optional.of(new ChatDialect(true, false, systemRole, temperature, limit));
    }
    if (streaming && said.contains("stream")) {
      return Optional.of(new ChatDialect(false, usage, systemRole, temperature, limit));
    }
    return Optional.empty();
  }

  JsonObject body(String model, ChatRequest request, OptionalDouble heat) {
    var body = new JsonObject();
    body.addProperty("model", model);
    body.add("messages", messages(request));
    body.addProperty(limit, request.maxTokens());
    if (temperature && heat.isPresent()) {
      body.addProperty("temperature", heat.getAsDouble());
    }
    body.addProperty("stream", streaming);
    if (streaming && usage) {
      var options = new JsonObject();
      options.addProperty("include_usage", true);
      body.add("stream_options", options);
    }
    return body;
  }

  private JsonArray messages(ChatRequest request) {
    var messages = new JsonArray();
    var system = request.system();
    if (systemRole && !system.isBlank()) {
      messages.add(message("system", system));
    }
    for (var turn : Alternation.of(request.messages())) {
      var first = !systemRole && messages.isEmpty() && !system.isBlank();
      var text = first ? system + "\n\n" + turn.text() : turn.text();
      messages.add(message(turn.role() == ChatMessage.Role.USER ? "user" : "assistant", text));
    }
    return messages;
  }

  private static JsonObject message(String role, String content) {
    var message = new JsonObject();
    message.addProperty("role", role);
    message.addProperty("content", content);
    return message;
  }
}
