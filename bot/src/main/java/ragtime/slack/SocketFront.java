package ragtime.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Slack's requests as they come over Socket Mode: in envelopes, each acknowledged by its id. The
 * connection is what proves that they are Slack's; nothing in it is signed. What is not
 * acknowledged is sent again, which is right when the queue could not keep a job. Safe for use by
 * many threads.
 */
final class SocketFront {
  private final Listeners listeners;

  SocketFront(Listeners listeners) {
    this.listeners = listeners;
  }

  /** The acknowledgement of a message, or nothing if there is none to send. */
  Optional<String> handle(String message) {
    if (!(json(message) instanceof JsonObject envelope)
        || !(envelope.get("envelope_id") instanceof JsonPrimitive id)
        || !(envelope.get("payload") instanceof JsonObject payload)) {
      return Optional.empty();
    }
    FrontResponse response = listeners.hear(payload.toString(), "", headers(envelope), true);
    if (response.status() != 200) {
      return Optional.empty();
    }
    JsonObject acknowledgement = new JsonObject();
    acknowledgement.add("envelope_id", id);
    if (!response.body().isEmpty()) {
      acknowledgement.add("payload", payload(response));
    }
    return Optional.of(acknowledgement.toString());
  }

  private static Map<String, List<String>> headers(JsonObject envelope) {
    Map<String, List<String>> headers = new TreeMap<>();
    header(envelope, "retry_attempt")
        .ifPresent(value -> headers.put("X-Slack-Retry-Num", List.of(value)));
    header(envelope, "retry_reason")
        .ifPresent(value -> headers.put("X-Slack-Retry-Reason", List.of(value)));
    return headers;
  }

  private static Optional<String> header(JsonObject envelope, String name) {
    return envelope.get(name) instanceof JsonPrimitive value
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }

  private static JsonElement payload(FrontResponse response) {
    if (json(response.body()) instanceof JsonObject object) {
      return object;
    }
    JsonObject text = new JsonObject();
    text.addProperty("text", response.body());
    return text;
  }

  /** What cannot be read as JSON is nothing we know, as text that is no object. */
  private static JsonElement json(String text) {
    try {
      return JsonParser.parseString(text);
    } catch (JsonParseException e) {
      return new JsonPrimitive(text);
    }
  }
}
