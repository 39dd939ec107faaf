package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an app's manifest tells Slack: what people can start, and what to greet them with.
 *
 * @param description what the app says it is
 * @param commands its slash commands
 * @param shortcuts its entries in the menu of a message
 * @param prompts what to suggest to someone who has nothing to say yet
 */
public record AppFeatures(
    String description, List<Command> commands, List<Shortcut> shortcuts, List<Prompt> prompts) {

  /** A slash command, with its slash. */
  public record Command(String name, String description, String hint) {}

  /** An entry in the menu of a message. */
  public record Shortcut(String name, String callbackId) {}

  /** A question to begin with. */
  public record Prompt(String title, String message) {}

  public AppFeatures {
    commands = List.copyOf(commands);
    shortcuts = List.copyOf(shortcuts);
    prompts = List.copyOf(prompts);
  }

  /** An app that has one command, {@code /ragtime}. */
  public static AppFeatures standard() {
    return new AppFeatures(
        "Answers questions from your PDFs, with the page each answer comes from.",
        List.of(new Command("/ragtime", "Ask the documents, or look after them", "[question]")),
        List.of(),
        List.of());
  }

  /** What an app manifest (the JSON form) says. */
  public static AppFeatures fromManifest(JsonObject manifest) {
    JsonObject features = object(manifest, "features");
    JsonObject agent = object(features, "agent_view");
    List<Command> commands = new ArrayList<>();
    for (JsonElement each : array(features, "slash_commands")) {
      JsonObject command = each.getAsJsonObject();
      commands.add(
          new Command(
              text(command, "command"), text(command, "description"), text(command, "usage_hint")));
    }
    List<Shortcut> shortcuts = new ArrayList<>();
    for (JsonElement each : array(features, "shortcuts")) {
      JsonObject shortcut = each.getAsJsonObject();
      if (text(shortcut, "type").equals("message")) {
        shortcuts.add(new Shortcut(text(shortcut, "name"), text(shortcut, "callback_id")));
      }
    }
    List<Prompt> prompts = new ArrayList<>();
    for (JsonElement each : array(agent, "suggested_prompts")) {
      JsonObject prompt = each.getAsJsonObject();
      prompts.add(new Prompt(text(prompt, "title"), text(prompt, "message")));
    }
    String description =
        Optional.of(text(agent, "agent_description"))
            .filter(d -> !d.isEmpty())
            .orElseGet(() -> text(object(manifest, "display_information"), "description"));
    return new AppFeatures(description, commands, shortcuts, prompts);
  }

  JsonObject json() {
    JsonArray commandList = new JsonArray();
    commands.forEach(
        c ->
            commandList.add(
                Fields.of("name", c.name())
                    .and("description", c.description())
                    .and("hint", c.hint())
                    .json()));
    JsonArray shortcutList = new JsonArray();
    shortcuts.forEach(
        s -> shortcutList.add(Fields.of("name", s.name()).and("id", s.callbackId()).json()));
    JsonArray promptList = new JsonArray();
    prompts.forEach(
        p -> promptList.add(Fields.of("title", p.title()).and("message", p.message()).json()));
    return Fields.of("description", description)
        .and("commands", commandList)
        .and("shortcuts", shortcutList)
        .and("prompts", promptList)
        .json();
  }

  private static JsonObject object(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonObject found ? found : new JsonObject();
  }

  private static JsonArray array(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonArray found ? found : new JsonArray();
  }

  private static String text(JsonObject parent, String name) {
    return parent.has(name) ? parent.get(name).getAsString() : "";
  }
}
