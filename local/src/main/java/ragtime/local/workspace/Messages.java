package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The messages of all channels, as they stand now. */
final class Messages {
  private static final String COLUMNS =
      "select channel, ts, thread_ts, author, subtype, text, blocks, metadata, files, visible_to,"
          + " edited_by, edited_ts, state from message where channel = ?";

  private final Database database;

  Messages(Database database) {
    this.database = database;
  }

  void put(Message m) {
    database.update(
        "merge into message (channel, ts, thread_ts, author, subtype, text, blocks, metadata,"
            + " files, visible_to, edited_by, edited_ts, state)"
            + " key (channel, ts) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        m.channel(),
        m.ts(),
        m.threadTs(),
        m.author(),
        m.subtype(),
        m.text(),
        m.blocks().toString(),
        m.metadata().map(JsonObject::toString),
        String.join(",", m.files()),
        m.visibleTo(),
        m.edited().map(Message.Edit::user),
        m.edited().map(Message.Edit::ts),
        m.state().name());
  }

  /** A message that has not been deleted. */
  Optional<Message> find(String channel, String ts) {
    return query(COLUMNS + " and ts = ?", channel, ts).stream()
        .filter(m -> m.state() != Message.State.DELETED)
        .findFirst();
  }

  /**
   * Changes a message, with nobody in between; gives the new one, or nothing if it is not there.
   */
  Optional<Message> change(String channel, String ts, UnaryOperator<Message> change) {
    return database.alone(
        () -> {
          Optional<Message> changed = find(channel, ts).map(change);
          changed.ifPresent(this::put);
          return changed;
        });
  }

  /** Takes a message away; one with replies leaves a gravestone that keeps its thread together. */
  void delete(Message message) {
    if (replies(message.channel(), message.ts()).isEmpty()) {
      database.update(
          "delete from message where channel = ? and ts = ?", message.channel(), message.ts());
    } else {
      put(
          message
              .withContent(Draft.text("This message was deleted."))
              .withState(Message.State.DELETED, Optional.empty()));
    }
    database.update(
        "delete from reaction where channel = ? and ts = ?", message.channel(), message.ts());
  }

  /** Everything in a channel, threads and ephemeral messages too, oldest first. */
  List<Message> all(String channel) {
    return query(COLUMNS + " order by ts", channel);
  }

  /** The messages that stand in the channel itself, oldest first. */
  List<Message> roots(String channel) {
    return query(COLUMNS + " and thread_ts is null order by ts", channel);
  }

  /** The replies to a message, oldest first, without the message. */
  List<Message> replies(String channel, String rootTs) {
    return query(COLUMNS + " and thread_ts = ? order by ts", channel, rootTs);
  }

  /** The timestamp of the newest message anywhere; empty if there is none. */
  Optional<String> newest() {
    return database
        .query(row -> Optional.ofNullable(row.getString(1)), "select max(ts) from message")
        .getFirst();
  }

  private List<Message> query(String sql, Object... values) {
    return database.query(Messages::read, sql, values);
  }

  private static Message read(ResultSet row) throws SQLException {
    String files = row.getString(9);
    String editedTs = row.getString(12);
    return new Message(
        row.getString(1),
        row.getString(2),
        Optional.ofNullable(row.getString(3)),
        row.getString(4),
        Optional.ofNullable(row.getString(5)),
        row.getString(6),
        (JsonArray) JsonParser.parseString(row.getString(7)),
        Optional.ofNullable(row.getString(8)).map(m -> (JsonObject) JsonParser.parseString(m)),
        files.isEmpty() ? List.of() : List.of(files.split(",")),
        Optional.ofNullable(row.getString(10)),
        Optional.ofNullable(editedTs).map(ts -> new Message.Edit(orEmpty(row, 11), ts)),
        Message.State.valueOf(row.getString(13)));
  }

  private static String orEmpty(ResultSet row, int column) {
    try {
      return Optional.ofNullable(row.getString(column)).orElse("");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
