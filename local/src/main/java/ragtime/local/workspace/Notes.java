package ragtime.local.workspace;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;

/** Small things to remember: how far someone has read, their Home tab, prompts, thread titles. */
final class Notes {
  private final Database database;

  Notes(Database database) {
    this.database = database;
  }

  void read(String channel, String person, String ts) {
    database.update(
        "merge into read_mark (channel, person, ts) values (?, ?, ?)", channel, person, ts);
  }

  /** The timestamp up to which someone has read a channel. */
  String readUpTo(String channel, String person) {
    return first("select ts from read_mark where channel = ? and person = ?", channel, person)
        .orElse("0");
  }

  void home(String person, JsonObject view) {
    database.update("merge into home (person, view) values (?, ?)", person, view.toString());
  }

  Optional<JsonObject> home(String person) {
    return first("select view from home where person = ?", person)
        .map(view -> (JsonObject) JsonParser.parseString(view));
  }

  void prompts(String channel, JsonElement prompts) {
    database.update(
        "merge into prompts (channel, content) values (?, ?)", channel, prompts.toString());
  }

  Optional<JsonElement> prompts(String channel) {
    return first("select content from prompts where channel = ?", channel)
        .map(JsonParser::parseString);
  }

  void title(String channel, String ts, String title) {
    database.update(
        "merge into thread_title (channel, ts, title) values (?, ?, ?)", channel, ts, title);
  }

  Optional<String> title(String channel, String ts) {
    return first("select title from thread_title where channel = ? and ts = ?", channel, ts);
  }

  private Optional<String> first(String sql, Object... values) {
    List<String> found = database.query(row -> row.getString(1), sql, values);
    return found.stream().findFirst();
  }
}
