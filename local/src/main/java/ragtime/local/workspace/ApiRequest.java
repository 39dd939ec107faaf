package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The arguments of a call, whether they came as a form or as JSON. */
final class ApiRequest {
  private final JsonObject arguments;

  private ApiRequest(JsonObject arguments) {
    this.arguments = arguments;
  }

  static ApiRequest form(String body) {
    JsonObject arguments = new JsonObject();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        arguments.addProperty(
            decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return new ApiRequest(arguments);
  }

  static ApiRequest json(String body) {
    return new ApiRequest(
        parse(body)
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .orElseThrow(() -> new ApiError("invalid_json")));
  }

  static ApiRequest of(JsonObject arguments) {
    return new ApiRequest(arguments);
  }

  /** An argument that counts; an empty one counts as none. */
  Optional<String> text(String name) {
    return arguments.get(name) instanceof JsonPrimitive value && !value.getAsString().isEmpty()
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }

  boolean has(String name) {
    return arguments.has(name) && !arguments.get(name).isJsonNull();
  }

  String required(String name) {
    return text(name)
        .orElseThrow(
            () -> new ApiError("invalid_arguments", List.of("missing required field: " + name)));
  }

  boolean flag(String name) {
    return text(name).filter(value -> value.equals("true") || value.equals("1")).isPresent();
  }

  int number(String name, int otherwise) {
    try {
      return text(name).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw new ApiError("invalid_arguments", List.of(name + " must be a number"));
    }
  }

  Optional<JsonArray> array(String name, String errorCode) {
    return structure(name)
        .map(
            value -> {
              if (value instanceof JsonArray array) {
                return array;
              }
              throw new ApiError(errorCode);
            });
  }

  Optional<JsonObject> object(String name, String errorCode) {
    return structure(name)
        .map(
            value -> {
              if (value instanceof JsonObject object) {
                return object;
              }
              throw new ApiError(errorCode);
            });
  }

  /** A list that came as an array, as the text of one, or with commas in between. */
  List<String> list(String name) {
    JsonElement value = arguments.get(name);
    if (value instanceof JsonArray array) {
      return array.asList().stream().map(JsonElement::getAsString).toList();
    }
    String text = text(name).orElse("");
    if (text.startsWith("[") && parse(text).orElse(null) instanceof JsonArray array) {
      return array.asList().stream().map(JsonElement::getAsString).toList();
    }
    return text.isEmpty() ? List.of() : List.of(text.split(",\\s*"));
  }

  /** An argument that is JSON itself, written out in a form. */
  private Optional<JsonElement> structure(String name) {
    JsonElement value = arguments.get(name);
    if (value instanceof JsonPrimitive text) {
      return text.getAsString().isEmpty()
          ? Optional.empty()
          : Optional.of(parse(text.getAsString()).orElse(new JsonPrimitive("not JSON")));
    }
    return value == null || value.isJsonNull() ? Optional.empty() : Optional.of(value);
  }

  private static Optional<JsonElement> parse(String json) {
    try {
      return Optional.of(JsonParser.parseString(json));
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  private static String decode(String part) {
    return URLDecoder.decode(part, StandardCharsets.UTF_8);
  }
}
