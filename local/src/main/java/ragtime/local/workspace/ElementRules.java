package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.function.BiConsumer;

/** The limits of what stands in a block: buttons, menus, inputs. */
final class ElementRules {
  private final BiConsumer<String, String> report;

  ElementRules(BiConsumer<String, String> report) {
    this.report = report;
  }

  void check(String at, JsonObject element) {
    String type = Blocks.text(element, "type");
    longest(at, element, "action_id", 255);
    switch (type) {
      case "button" -> {
        checkText(at + "/text", element.get("text"), 75);
        longest(at, element, "value", 2000);
        longest(at, element, "url", 3000);
      }
      case "icon_button" -> {
        checkText(at + "/text", element.get("text"), 75);
        longest(at, element, "value", 2000);
      }
      case "feedback_buttons" -> {
        checkFeedback(at + "/positive_button", element.get("positive_button"));
        checkFeedback(at + "/negative_button", element.get("negative_button"));
      }
      case "plain_text_input" -> longest(at, element, "initial_value", 3000);
      default -> {}
    }
    if (BlockRules.takesOptions(type)) {
      checkOptions(at, type, element);
    }
  }

  private void checkFeedback(String at, JsonElement value) {
    if (value instanceof JsonObject button) {
      checkText(at + "/text", button.get("text"), 75);
      longest(at, button, "value", 2000);
    } else {
      report.accept(at, "missing required field");
    }
  }

  private void checkOptions(String at, String type, JsonObject element) {
    if (!(element.get("options") instanceof JsonArray options)) {
      if (!element.has("option_groups")) {
        report.accept(at, "missing required field: options");
      }
      return;
    }
    int most =
        switch (type) {
          case "overflow" -> 5;
          case "radio_buttons", "checkboxes" -> 10;
          default -> 100;
        };
    if (options.isEmpty() || options.size() > most) {
      report.accept(at + "/options", "must have between 1 and " + most + " items");
    }
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i) instanceof JsonObject option) {
        checkText(at + "/options/" + i + "/text", option.get("text"), 75);
        longest(at + "/options/" + i, option, "value", 150);
      }
    }
  }

  private void checkText(String at, JsonElement value, int most) {
    if (!(value instanceof JsonObject text) || Blocks.text(text, "text").isEmpty()) {
      report.accept(at, "must provide an object with text");
    } else {
      longest(at, text, "text", most);
    }
  }

  private void longest(String at, JsonObject object, String field, int most) {
    if (Blocks.text(object, field).length() > most) {
      report.accept(at + "/" + field, "must be less than " + (most + 1) + " characters");
    }
  }
}
