package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person typed, as the rich text block that Slack makes of it. */
final class RichText {
  private static final Pattern MENTION = Pattern.compile("<(@U|#C)([A-Z0-9]+)(\\|[^>]*)?>");

  private RichText() {}

  static JsonArray of(Message message) {
    JsonArray blocks = new JsonArray();
    if (message.text().isEmpty() || message.subtype().filter("channel_join"::equals).isPresent()) {
      return blocks;
    }
    blocks.add(
        Fields.of("type", "rich_text")
            .and("block_id", "rt" + message.ts())
            .and(
                "elements",
                List.of(
                    Fields.of("type", "rich_text_section")
                        .and("elements", elements(message.text()))))
            .json());
    return blocks;
  }

  private static List<JsonObject> elements(String text) {
    List<JsonObject> elements = new ArrayList<>();
    Matcher mention = MENTION.matcher(text);
    int end = 0;
    while (mention.find()) {
      addText(elements, text.substring(end, mention.start()));
      boolean user = mention.group(1).equals("@U");
      elements.add(
          Fields.of("type", user ? "user" : "channel")
              .and(user ? "user_id" : "channel_id", (user ? "U" : "C") + mention.group(2))
              .json());
      end = mention.end();
    }
    addText(elements, text.substring(end));
    return elements;
  }

  private static void addText(List<JsonObject> elements, String escaped) {
    if (!escaped.isEmpty()) {
      String text = escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
      elements.add(Fields.of("type", "text").and("text", text).json());
    }
  }
}
