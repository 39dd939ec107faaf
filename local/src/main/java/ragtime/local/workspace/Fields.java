package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Collection;
import java.util.Optional;

/** A JSON object that is being written, field by field. */
final class Fields {
  private final JsonObject json = new JsonObject();

  private Fields() {}

  static Fields of(String name, Object value) {
    return new Fields().and(name, value);
  }

  /** A successful reply of the Web API. */
  static Fields ok() {
    return of("ok", true);
  }

  Fields and(String name, Object value) {
    json.add(name, element(value));
    return this;
  }

  /** Adds the field only if there is a value. */
  Fields and(String name, Optional<?> value) {
    value.ifPresent(present -> json.add(name, element(present)));
    return this;
  }

  Fields when(boolean condition, String name, Object value) {
    return condition ? and(name, value) : this;
  }

  JsonObject json() {
    return json;
  }

  private static JsonElement element(Object value) {
    return switch (value) {
      case JsonElement json -> json;
      case Fields fields -> fields.json();
      case String text -> new JsonPrimitive(text);
      case Number number -> new JsonPrimitive(number);
      case Boolean flag -> new JsonPrimitive(flag);
      case Collection<?> values -> array(values);
      default -> throw new IllegalArgumentException("No JSON for " + value.getClass());
    };
  }

  private static JsonArray array(Collection<?> values) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(element(value)));
    return array;
  }
}
