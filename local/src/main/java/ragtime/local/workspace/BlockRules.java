package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The limits of Block Kit, as Slack enforces them. */
final class BlockRules {
  private static final int MARKDOWN_LIMIT = 12_000;

  /** The blocks there are, with the field that each cannot do without ({@code ""}: none). */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("section", ""),
          Map.entry("divider", ""),
          Map.entry("header", "text"),
          Map.entry("context", "elements"),
          Map.entry("actions", "elements"),
          Map.entry("context_actions", "elements"),
          Map.entry("markdown", "text"),
          Map.entry("image", "alt_text"),
          Map.entry("input", "element"),
          Map.entry("rich_text", "elements"),
          Map.entry("table", "rows"),
          Map.entry("data_table", "rows"),
          Map.entry("file", "external_id"),
          Map.entry("video", "video_url"),
          Map.entry("plan", "title"),
          Map.entry("task_card", "title"),
          Map.entry("alert", ""),
          Map.entry("card", ""),
          Map.entry("carousel", "elements"),
          Map.entry("call", "call_id"));

  private static final Set<String> WITH_OPTIONS =
      Set.of("static_select", "overflow", "radio_buttons", "checkboxes", "multi_static_select");

  /**
   * A rule that is broken.
   *
   * @param pointer where, as a JSON pointer
   * @param message what Slack would say
   */
  record Violation(String pointer, String message) {
    String text() {
      return message + " [json-pointer:" + pointer + "]";
    }
  }

  private final List<Violation> violations = new ArrayList<>();

  private BlockRules() {}

  /** Checks a message's blocks; gives every rule that they break. */
  static List<Violation> ofMessage(JsonArray blocks) {
    return new BlockRules().check(blocks, 50);
  }

  /** Checks a view's blocks, of which there may be more. */
  static List<Violation> ofView(JsonArray blocks) {
    return new BlockRules().check(blocks, 100);
  }

  /** Is there more Markdown in all the blocks together than one message takes? */
  static boolean tooMuchMarkdown(JsonArray blocks) {
    return blocks.asList().stream()
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .filter(block -> Blocks.text(block, "type").equals("markdown"))
            .mapToInt(block -> Blocks.text(block, "text").length())
            .sum()
        > MARKDOWN_LIMIT;
  }

  private List<Violation> check(JsonArray blocks, int most) {
    if (blocks.size() > most) {
      add("/blocks", "no more than " + most + " items allowed");
    }
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      String at = "/blocks/" + i;
      if (!(blocks.get(i) instanceof JsonObject block)) {
        add(at, "must provide an object");
        continue;
      }
      checkBlock(at, block);
      String id = Blocks.text(block, "block_id");
      if (!id.isEmpty() && ids.contains(id)) {
        add(at + "/block_id", "`block_id` already exists: " + id);
      }
      ids.add(id);
    }
    return violations;
  }

  private void checkBlock(String at, JsonObject block) {
    String type = Blocks.text(block, "type");
    String needed = TYPES.get(type);
    if (needed == null) {
      add(at + "/type", "unsupported type: " + type);
      return;
    }
    if (!needed.isEmpty() && !block.has(needed)) {
      add(at, "missing required field: " + needed);
    }
    longest(at + "/block_id", block.get("block_id"), 255);
    switch (type) {
      case "section" -> checkSection(at, block);
      case "header" -> text(at + "/text", block.get("text"), 150, true);
      case "markdown" -> longest(at + "/text", block.get("text"), MARKDOWN_LIMIT);
      case "actions" -> count(at, block, "elements", 25);
      case "context_actions" -> count(at, block, "elements", 5);
      case "context" -> checkContext(at, block);
      case "image" -> longest(at + "/alt_text", block.get("alt_text"), 2000);
      case "input" -> text(at + "/label", block.get("label"), 2000, true);
      case "table" -> count(at, block, "rows", 100);
      default -> {}
    }
    List<JsonObject> elements = Blocks.elements(block);
    for (int i = 0; i < elements.size(); i++) {
      new ElementRules(this::add).check(at + "/elements/" + i, elements.get(i));
    }
  }

  private void checkSection(String at, JsonObject block) {
    if (!block.has("text") && !block.has("fields")) {
      add(at, "missing required field: text");
    }
    if (block.has("text")) {
      text(at + "/text", block.get("text"), 3000, false);
    }
    if (block.get("fields") instanceof JsonArray fields) {
      count(at, block, "fields", 10);
      for (int i = 0; i < fields.size(); i++) {
        text(at + "/fields/" + i, fields.get(i), 2000, false);
      }
    }
  }

  private void checkContext(String at, JsonObject block) {
    count(at, block, "elements", 10);
    List<JsonObject> elements = Blocks.elements(block);
    for (int i = 0; i < elements.size(); i++) {
      if (!Blocks.text(elements.get(i), "type").equals("image")) {
        text(at + "/elements/" + i, elements.get(i), 3000, false);
      }
    }
  }

  private void text(String at, JsonElement value, int most, boolean plainOnly) {
    if (!(value instanceof JsonObject object)) {
      add(at, "must provide an object");
      return;
    }
    String type = Blocks.text(object, "type");
    if (!type.equals("plain_text") && (plainOnly || !type.equals("mrkdwn"))) {
      add(at + "/type", "must be one of the allowed text types");
    }
    if (Blocks.text(object, "text").isEmpty()) {
      add(at + "/text", "must be more than 0 characters");
    }
    longest(at + "/text", object.get("text"), most);
  }

  private void longest(String at, JsonElement value, int most) {
    if (value instanceof JsonPrimitive text && text.getAsString().length() > most) {
      add(at, "must be less than " + (most + 1) + " characters");
    }
  }

  private void count(String at, JsonObject block, String field, int most) {
    if (block.get(field) instanceof JsonArray items) {
      if (items.isEmpty()) {
        add(at + "/" + field, "must have at least 1 item");
      } else if (items.size() > most) {
        add(at + "/" + field, "no more than " + most + " items allowed");
      }
    }
  }

  private void add(String pointer, String message) {
    violations.add(new Violation(pointer, message));
  }

  static boolean takesOptions(String type) {
    return WITH_OPTIONS.contains(type);
  }
}
