package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finding one's way in Block Kit's JSON. */
final class Blocks {
  private Blocks() {}

  /** Gives every block and every element the id that Slack would give it. */
  static JsonArray named(JsonArray blocks) {
    JsonArray named = blocks.deepCopy();
    for (JsonElement each : named) {
      if (each instanceof JsonObject block) {
        if (!block.has("block_id")) {
          block.addProperty("block_id", Ids.next(""));
        }
        for (JsonObject element : elements(block)) {
          if (!element.has("action_id") && isInteractive(element)) {
            element.addProperty("action_id", Ids.next(""));
          }
        }
      }
    }
    return named;
  }

  /** The elements directly in a block. */
  static List<JsonObject> elements(JsonObject block) {
    List<JsonObject> found = new ArrayList<>();
    if (block.get("elements") instanceof JsonArray elements) {
      for (JsonElement element : elements) {
        if (element instanceof JsonObject object) {
          found.add(object);
        }
      }
    }
    for (String single : List.of("accessory", "element")) {
      if (block.get(single) instanceof JsonObject element) {
        found.add(element);
      }
    }
    return found;
  }

  /** An element that can be used, with the id of its block. */
  record Found(String blockId, JsonObject element) {}

  static Optional<Found> find(JsonArray blocks, String actionId) {
    for (JsonElement each : blocks) {
      JsonObject block = each.getAsJsonObject();
      for (JsonObject element : elements(block)) {
        if (text(element, "action_id").equals(actionId)) {
          return Optional.of(new Found(text(block, "block_id"), element));
        }
      }
    }
    return Optional.empty();
  }

  static String text(JsonObject object, String name) {
    return object.has(name) && object.get(name).isJsonPrimitive()
        ? object.get(name).getAsString()
        : "";
  }

  private static boolean isInteractive(JsonObject element) {
    return switch (text(element, "type")) {
      case "", "mrkdwn", "plain_text", "image" -> false;
      default -> !text(element, "type").startsWith("rich_text");
    };
  }
}
