package ragtime.local.workspace;

import com.google.gson.JsonArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who reacted to what, with which emoji. */
final class Reactions {
  private final Database database;

  Reactions(Database database) {
    this.database = database;
  }

  /** Adds one; false if it was there already. */
  boolean add(String channel, String ts, String name, String person) {
    return database.alone(
        () ->
            !by(channel, ts).getOrDefault(name, List.of()).contains(person)
                && database.update(
                        "insert into reaction (channel, ts, name, person) values (?, ?, ?, ?)",
                        channel,
                        ts,
                        name,
                        person)
                    > 0);
  }

  /** Removes one; false if it was not there. */
  boolean remove(String channel, String ts, String name, String person) {
    return database.update(
            "delete from reaction where channel = ? and ts = ? and name = ? and person = ?",
            channel,
            ts,
            name,
            person)
        > 0;
  }

  /** The people by emoji, in the order of their first use. */
  Map<String, List<String>> by(String channel, String ts) {
    Map<String, List<String>> people = new LinkedHashMap<>();
    record One(String name, String person) {}
    database
        .query(
            row -> new One(row.getString(1), row.getString(2)),
            "select name, person from reaction where channel = ? and ts = ? order by given",
            channel,
            ts)
        .forEach(
            one ->
                people
                    .computeIfAbsent(one.name(), n -> new java.util.ArrayList<>())
                    .add(one.person()));
    return people;
  }

  JsonArray json(String channel, String ts) {
    JsonArray array = new JsonArray();
    by(channel, ts)
        .forEach(
            (name, people) ->
                array.add(
                    Fields.of("name", name)
                        .and("users", people)
                        .and("count", people.size())
                        .json()));
    return array;
  }
}
