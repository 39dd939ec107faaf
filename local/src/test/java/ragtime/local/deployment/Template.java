package ragtime.local.deployment;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The compiled template, as kept in {@code deployment/template.json}; CI sees that it is that. */
record Template(JsonObject json) {

  static Template read() {
    try {
      var text = Files.readString(Path.of("../deployment/template.json"));
      return new Template(JsonParser.parseString(text).getAsJsonObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The properties of each resource of a type, by its logical name. */
  Map<String, JsonObject> properties(String type) {
    return resources().entrySet().stream()
        .filter(each -> each.getValue().getAsJsonObject().get("Type").getAsString().equals(type))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                each -> object(each.getValue().getAsJsonObject(), "Properties")));
  }

  JsonObject properties(String type, String name) {
    var all = properties(type);
    if (!all.containsKey(name)) {
      throw new AssertionError(name + " is none of the template's " + type + ": " + all.keySet());
    }
    return all.get(name);
  }

  JsonObject resources() {
    return json.getAsJsonObject("Resources");
  }

  /** The statements of all policies of this kind of resource. */
  static List<JsonObject> statements(JsonObject document) {
    return list(document.get("Statement")).map(JsonElement::getAsJsonObject).toList();
  }

  static JsonObject object(JsonObject parent, String... path) {
    JsonObject at = parent;
    for (String name : path) {
      at = at.has(name) ? at.getAsJsonObject(name) : new JsonObject();
    }
    return at;
  }

  /** What stands alone or in a list. */
  static Stream<JsonElement> list(JsonElement oneOrMore) {
    return oneOrMore instanceof JsonArray several
        ? StreamSupport.stream(several.spliterator(), false)
        : Stream.of(oneOrMore);
  }

  /** The logical name in a {@code Ref} or {@code Fn::GetAtt}. */
  static String named(JsonElement reference) {
    var object = reference.getAsJsonObject();
    return object.has("Ref")
        ? object.get("Ref").getAsString()
        : object.getAsJsonArray("Fn::GetAtt").get(0).getAsString();
  }

  /**
   * The texts that a value stands for, with {@code ${Name}} in the place of what only AWS knows.
   */
  static List<String> texts(JsonElement value) {
    if (value.isJsonPrimitive()) {
      return List.of(value.getAsString());
    }
    if (value instanceof JsonArray several) {
      return list(several).flatMap(each -> texts(each).stream()).toList();
    }
    var object = value.getAsJsonObject();
    var function = object.keySet().iterator().next();
    var argument = object.get(function);
    return switch (function) {
      case "Ref" -> List.of("${" + argument.getAsString() + "}");
      case "Fn::GetAtt" -> List.of("${" + String.join(".", texts(argument)) + "}");
      case "Fn::Sub" -> texts(argument);
      case "Fn::Join" -> {
        var parts = argument.getAsJsonArray();
        yield List.of(String.join(parts.get(0).getAsString(), texts(parts.get(1))));
      }
      case "Fn::Split" -> {
        var parts = argument.getAsJsonArray();
        var whole = texts(parts.get(1)).getFirst();
        yield List.of(whole.split(parts.get(0).getAsString(), -1));
      }
      case "Fn::Select" -> {
        var parts = argument.getAsJsonArray();
        yield List.of(texts(parts.get(1)).get(parts.get(0).getAsInt()));
      }
      default -> throw new AssertionError("The test does not know " + function);
    };
  }
}
