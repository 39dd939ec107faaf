package ragtime.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a request is for, where several workspaces have installed the app. In a channel that two of
 * them share, an event may have happened in the one and be meant for the installation in the other;
 * the one it is meant for counts.
 */
sealed interface TeamRequest {

  /** Slack looks whether somebody is there. */
  record Handshake(String challenge) implements TeamRequest {}

  /** A workspace has removed the app, or taken its token back. */
  record Removal(String team, Instant at) implements TeamRequest {}

  /** Something for the bot in this workspace; it is said to have happened there. */
  record ForTeam(String team, FrontRequest request) implements TeamRequest {}

  /** Nothing we know. */
  record Unknown() implements TeamRequest {}

  /** Reads a request that was verified. */
  static TeamRequest of(FrontRequest request) {
    String body = new String(request.body(), StandardCharsets.UTF_8);
    try {
      if (body.startsWith("{")) {
        return json(JsonParser.parseString(body).getAsJsonObject(), request);
      }
      Map<String, String> fields = FormFields.of(body);
      Optional<String> team =
          fields.containsKey("payload")
              ? interaction(JsonParser.parseString(fields.get("payload")).getAsJsonObject())
              : Optional.ofNullable(fields.get("team_id"));
      return team.<TeamRequest>map(id -> new ForTeam(id, request)).orElseGet(Unknown::new);
    } catch (JsonParseException | IllegalStateException e) {
      return new Unknown();
    }
  }

  private static TeamRequest json(JsonObject json, FrontRequest request) {
    if (text(json, "type").equals(Optional.of("url_verification"))) {
      return new Handshake(text(json, "challenge").orElse(""));
    }
    Optional<String> happened = text(json, "team_id");
    Optional<String> meant =
        Stream.of(authorized(json), text(json, "context_team_id"), happened)
            .flatMap(Optional::stream)
            .findFirst();
    if (meant.isEmpty()) {
      return new Unknown();
    }
    if (isRemoval(object(json, "event"))) {
      return new Removal(meant.get(), at(json));
    }
    if (meant.equals(happened)) {
      return new ForTeam(meant.get(), request);
    }
    json.addProperty("team_id", meant.get());
    return new ForTeam(
        meant.get(),
        new FrontRequest(
            request.method(),
            request.path(),
            request.query(),
            request.headers(),
            json.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static Optional<String> authorized(JsonObject json) {
    return json.get("authorizations") instanceof JsonArray all
            && !all.isEmpty()
            && all.get(0) instanceof JsonObject first
        ? text(first, "team_id")
        : Optional.empty();
  }

  private static boolean isRemoval(JsonObject event) {
    return switch (text(event, "type").orElse("")) {
      case "app_uninstalled" -> true;
      case "tokens_revoked" ->
          object(event, "tokens").get("bot") instanceof JsonArray bots && !bots.isEmpty();
      default -> false;
    };
  }

  private static Instant at(JsonObject json) {
    return json.get("event_time") instanceof JsonPrimitive time && time.isNumber()
        ? Instant.ofEpochSecond(time.getAsLong())
        : Instant.EPOCH;
  }

  private static Optional<String> interaction(JsonObject payload) {
    return Stream.of(
            text(object(payload, "view"), "app_installed_team_id"),
            text(object(payload, "team"), "id"),
            text(object(payload, "user"), "team_id"),
            text(payload, "team_id"))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static JsonObject object(JsonObject json, String name) {
    return json.get(name) instanceof JsonObject object ? object : new JsonObject();
  }

  private static Optional<String> text(JsonObject json, String name) {
    JsonElement value = json.get(name);
    return value instanceof JsonPrimitive text && !text.getAsString().isEmpty()
        ? Optional.of(text.getAsString())
        : Optional.empty();
  }
}
