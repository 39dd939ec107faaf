package ragtime.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Whether a request is of a kind that Bolt reads. The rest is kept from it: Bolt writes what it
 * cannot read into its log, and stumbles over some.
 */
final class KnownRequest {
  private static final Set<String> KINDS =
      Set.of(
          "event_callback",
          "url_verification",
          "block_actions",
          "block_suggestion",
          "view_submission",
          "view_closed",
          "shortcut",
          "message_action");
  private static final String PAYLOAD = "payload=";

  private KnownRequest() {}

  static boolean is(String body) {
    try {
      if (body.startsWith("{")) {
        return isKnown(body);
      }
      if (body.startsWith(PAYLOAD)) {
        String value = body.substring(PAYLOAD.length()).split("&", 2)[0];
        return isKnown(URLDecoder.decode(value, StandardCharsets.UTF_8));
      }
      return ("&" + body).contains("&command=%2F");
    } catch (JsonParseException | IllegalArgumentException | IllegalStateException e) {
      return false;
    }
  }

  private static boolean isKnown(String json) {
    if (!(JsonParser.parseString(json) instanceof JsonObject payload)) {
      return false;
    }
    // Over Socket Mode a command is an object too, and has no type.
    if (string(payload, "command").startsWith("/")) {
      return true;
    }
    if (!KINDS.contains(string(payload, "type"))) {
      return false;
    }
    return switch (string(payload, "type")) {
      case "event_callback" ->
          payload.get("event") instanceof JsonObject event && !string(event, "type").isEmpty();
      case "url_verification" -> !string(payload, "challenge").isEmpty();
      default -> true;
    };
  }

  private static String string(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }
}
