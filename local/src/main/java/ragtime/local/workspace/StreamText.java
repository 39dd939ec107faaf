package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** A message that is being written: its Markdown so far, and the tasks that it reports. */
final class StreamText {
  private final StringBuilder markdown;
  private final Map<String, JsonObject> tasks = new LinkedHashMap<>();
  private final JsonArray others = new JsonArray();

  private StreamText(String markdown) {
    this.markdown = new StringBuilder(markdown);
  }

  static StreamText of(Message message) {
    StreamText text = new StreamText(message.text());
    for (JsonElement each : message.blocks()) {
      JsonObject block = each.getAsJsonObject();
      switch (Blocks.text(block, "type")) {
        case "task_card" -> text.tasks.put(Blocks.text(block, "task_id"), block);
        case "markdown" -> {}
        default -> text.others.add(block);
      }
    }
    return text;
  }

  void write(String more) {
    markdown.append(more);
  }

  void add(JsonElement chunk) {
    if (!(chunk instanceof JsonObject object)) {
      throw new ApiError("invalid_chunks");
    }
    switch (Blocks.text(object, "type")) {
      case "markdown_text" -> write(Blocks.text(object, "text"));
      case "task_update" -> {
        String id = Blocks.text(object, "id");
        JsonObject task = object.deepCopy();
        task.addProperty("type", "task_card");
        task.addProperty("task_id", id);
        task.remove("id");
        tasks.put(id, task);
      }
      case "plan_update" ->
          others.add(Fields.of("type", "plan").and("title", Blocks.text(object, "title")).json());
      case "blocks" -> others.addAll(object.getAsJsonArray("blocks"));
      default -> throw new ApiError("invalid_chunks");
    }
  }

  int length() {
    return markdown.length();
  }

  Draft draft() {
    JsonArray blocks = new JsonArray();
    tasks.values().forEach(blocks::add);
    if (!markdown.isEmpty()) {
      blocks.addAll(DraftReader.markdownBlock(markdown.toString()));
    }
    blocks.addAll(others);
    return Draft.text(markdown.toString()).withBlocks(blocks);
  }
}
