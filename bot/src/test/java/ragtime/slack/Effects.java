package ragtime.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a call of Slack would do beyond showing words: call people, link or unfurl something, go out
 * under another name. Strings are looked at wherever they stand in it.
 */
public final class Effects {
  private static final Pattern LIVE =
      Pattern.compile(
          "<[!@#][^>]*|@(?:channel|here|everyone)\\b|(?<![\\w.%+-])@\\w+|\\]\\(|!\\[|\\]:"
              + "|[\\w+.-]+://[^\\s|>\"]*|\\b(?:mailto|javascript):[^\\s\u2060]+|\\bwww\\.\\S+",
          Pattern.CASE_INSENSITIVE);

  /** Fields that Slack does not show, but follows or hands back. */
  private static final Set<String> UNSEEN =
      Set.of("private_metadata", "value", "action_id", "block_id", "metadata", "token");

  private static final Set<String> DISGUISES =
      Set.of("username", "icon_url", "icon_emoji", "as_user", "link_names", "parse");

  private Effects() {}

  /**
   * What these fields would do.
   *
   * @param ours what the bot itself may do, such as link to a page of a document
   */
  public static List<String> of(Map<String, String> fields, Pattern ours) {
    List<String> effects = new ArrayList<>();
    fields.forEach(
        (name, value) -> {
          if (DISGUISES.contains(name) && !value.equals("0")) {
            effects.add(name + "=" + value);
          }
          boolean json = value.startsWith("{") || value.startsWith("[");
          look(name, json ? parsed(value) : new JsonPrimitive(value), ours, effects);
        });
    return effects;
  }

  private static JsonElement parsed(String value) {
    try {
      return JsonParser.parseString(value);
    } catch (JsonParseException e) {
      return new JsonPrimitive(value);
    }
  }

  private static void look(String name, JsonElement json, Pattern ours, List<String> effects) {
    switch (json) {
      case JsonObject object -> {
        for (var field : object.entrySet()) {
          if (DISGUISES.contains(field.getKey())) {
            effects.add(field.getKey() + "=" + field.getValue());
          }
          if (!UNSEEN.contains(field.getKey())) {
            look(field.getKey(), field.getValue(), ours, effects);
          }
        }
      }
      case JsonArray array -> array.forEach(each -> look(name, each, ours, effects));
      case JsonElement other when other.isJsonPrimitive() && !UNSEEN.contains(name) ->
          LIVE.matcher(other.getAsString())
              .results()
              .map(match -> match.group())
              .filter(found -> !ours.matcher(found).lookingAt())
              .forEach(found -> effects.add(name + ": " + found));
      default -> {}
    }
  }
}
