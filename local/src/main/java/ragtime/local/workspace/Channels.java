package ragtime.local.workspace;

import java.util.List;
import java.util.Optional;

/** The channels and who is in them. */
final class Channels {
  private static final String COLUMNS =
      "select c.id, c.kind, c.name, c.topic, c.created from channel c";

  private final Database database;

  Channels(Database database) {
    this.database = database;
  }

  void add(Channel channel) {
    database.update(
        "merge into channel (id, kind, name, topic, created) values (?, ?, ?, ?, ?)",
        channel.id(),
        channel.kind().name(),
        channel.name(),
        channel.topic(),
        channel.created());
  }

  /** Finds a channel by its id, or by its name with a hash. */
  Optional<Channel> find(String idOrName) {
    return (idOrName.startsWith("#")
            ? query(COLUMNS + " where c.name = ?", idOrName.substring(1))
            : query(COLUMNS + " where c.id = ?", idOrName))
        .stream().findFirst();
  }

  List<Channel> all() {
    return query(COLUMNS + " order by c.kind, c.name, c.id");
  }

  List<Channel> of(String person) {
    return query(
        COLUMNS + " join member m on m.channel = c.id where m.person = ? order by c.kind, c.name",
        person);
  }

  /** The direct messages between someone and the bot. */
  Optional<Channel> dmOf(String person) {
    return of(person).stream().filter(c -> c.kind() == Channel.Kind.DM).findFirst();
  }

  /** The members, in the order they joined. */
  List<String> members(String channel) {
    return database.query(
        row -> row.getString(1),
        "select person from member where channel = ? order by joined",
        channel);
  }

  boolean isMember(String channel, String person) {
    return members(channel).contains(person);
  }

  /** Adds a member; false if they were one already. */
  boolean join(String channel, String person) {
    return database.alone(
        () ->
            !isMember(channel, person)
                && database.update(
                        "insert into member (channel, person) values (?, ?)", channel, person)
                    > 0);
  }

  void leave(String channel, String person) {
    database.update("delete from member where channel = ? and person = ?", channel, person);
  }

  private List<Channel> query(String sql, Object... values) {
    return database.query(
        row ->
            new Channel(
                row.getString(1),
                Channel.Kind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getLong(5)),
        sql,
        values);
  }
}
