package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * A modal on somebody's screen.
 *
 * @param id its id
 * @param person whose screen
 * @param rootId the modal at the bottom of its pile
 * @param previousId the modal beneath it, if any
 * @param content what the bot wants it to look like
 * @param hash names this version of it
 */
public record OpenView(
    String id,
    String person,
    String rootId,
    Optional<String> previousId,
    JsonObject content,
    String hash) {

  public OpenView {
    content = content.deepCopy();
  }

  @Override
  public JsonObject content() {
    return content.deepCopy();
  }

  /** Its blocks. */
  public JsonArray blocks() {
    return content.get("blocks") instanceof JsonArray blocks ? blocks.deepCopy() : new JsonArray();
  }

  /** The bot's name for this kind of modal. */
  public String callbackId() {
    return Blocks.text(content, "callback_id");
  }

  OpenView withContent(JsonObject newContent) {
    return new OpenView(id, person, rootId, previousId, newContent, hashed());
  }

  static String hashed() {
    return Ids.next("") + "." + Ids.next("");
  }

  /** As Slack shows it to the bot, with what has been filled in. */
  JsonObject json(JsonObject values) {
    JsonObject json = content.deepCopy();
    json.addProperty("id", id);
    json.addProperty("team_id", Team.ID);
    json.addProperty("app_id", Team.APP_ID);
    json.addProperty("bot_id", Team.BOT_ID);
    json.addProperty("app_installed_team_id", Team.ID);
    json.addProperty("root_view_id", rootId);
    previousId.ifPresent(previous -> json.addProperty("previous_view_id", previous));
    json.addProperty("hash", hash);
    for (String text : new String[] {"callback_id", "external_id", "private_metadata"}) {
      if (!json.has(text)) {
        json.addProperty(text, "");
      }
    }
    json.add("state", Fields.of("values", values).json());
    return json;
  }
}
