package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * What somebody did to an element: a click, or a choice among its options.
 *
 * @param actionId the element
 * @param values the values of the options that are now chosen; empty for a plain click
 */
record Choice(String actionId, List<String> values) {

  Choice {
    values = List.copyOf(values);
  }

  /** The action as Slack describes it, made from the element as it really stands there. */
  JsonObject action(JsonArray blocks, String actionTs) {
    Blocks.Found found =
        Blocks.find(blocks, actionId).orElseThrow(() -> new ApiError("no_such_action"));
    JsonObject element = found.element();
    Fields action =
        Fields.of("type", Blocks.text(element, "type"))
            .and("action_id", actionId)
            .and("block_id", found.blockId())
            .and("action_ts", actionTs);
    switch (Blocks.text(element, "type")) {
      case "button", "icon_button", "workflow_button" -> {
        action.and("text", Optional.ofNullable(element.get("text")));
        action.and("value", Optional.ofNullable(element.get("value")));
        action.and("style", Optional.ofNullable(element.get("style")));
        action.and("icon", Optional.ofNullable(element.get("icon")));
      }
      case "feedback_buttons" -> {
        JsonObject button = chosenButton(element);
        action.and("value", Blocks.text(button, "value"));
        action.and("text", Optional.ofNullable(button.get("text")));
      }
      case "checkboxes", "multi_static_select" -> action.and("selected_options", chosen(element));
      case "plain_text_input" -> action.and("value", values.isEmpty() ? "" : values.getFirst());
      default -> action.and("selected_option", chosen(element).asList().stream().findFirst());
    }
    return action.json();
  }

  private JsonObject chosenButton(JsonObject element) {
    for (String name : List.of("positive_button", "negative_button")) {
      JsonObject button = element.getAsJsonObject(name);
      if (values.contains(Blocks.text(button, "value"))) {
        return button;
      }
    }
    throw new ApiError("no_such_option");
  }

  private JsonArray chosen(JsonObject element) {
    JsonArray chosen = new JsonArray();
    if (element.get("options") instanceof JsonArray options) {
      for (JsonElement option : options) {
        if (values.contains(Blocks.text(option.getAsJsonObject(), "value"))) {
          chosen.add(option);
        }
      }
    }
    return chosen;
  }
}
