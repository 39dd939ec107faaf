package ragtime.local.h2;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ragtime.conversation.CitedPage;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.Conversations;
import ragtime.conversation.Turn;

/** Conversations in the H2 file. */
public final class H2Conversations implements Conversations {
  private static final Gson GSON = new Gson();
  private static final TypeToken<List<CitedPage>> CITATIONS = new TypeToken<>() {};
  private static final String MINE = " where team = ? and channel = ? and root_ts = ?";

  private final H2Database database;
  private final Duration keep;
  private final Clock clock;

  /** Conversations that are forgotten after this long. */
  public H2Conversations(H2Database database, Duration keep, Clock clock) {
    this.database = database;
    this.keep = keep;
    this.clock = clock;
    database.update(
        """
        create table if not exists conversation (
          team varchar, channel varchar, root_ts varchar, expires bigint not null,
          primary key (team, channel, root_ts))""");
    database.update(
        """
        create table if not exists turn (
          team varchar, channel varchar, root_ts varchar, ts varchar, at bigint not null,
          question varchar not null, answer varchar not null, citations varchar not null,
          model varchar not null, generation bigint not null, input_tokens bigint not null,
          output_tokens bigint not null, expires bigint not null,
          primary key (team, channel, root_ts, ts))""");
    forgetWhatIsPast();
  }

  private void forgetWhatIsPast() {
    database.update("delete from conversation where expires <= ?", clock.millis());
    database.update("delete from turn where expires <= ?", clock.millis());
  }

  @Override
  public void open(ConversationKey key) {
    database.update(
        "merge into conversation key (team, channel, root_ts) values (?, ?, ?, ?)",
        key.team(),
        key.channel(),
        key.rootTs(),
        expires());
  }

  @Override
  public boolean owns(ConversationKey key) {
    return !database
        .query(
            "select 1 from conversation" + MINE + " and expires > ?",
            row -> true,
            key.team(),
            key.channel(),
            key.rootTs(),
            clock.millis())
        .isEmpty();
  }

  @Override
  public void save(ConversationKey key, Turn turn) {
    database.update(
        "merge into turn key (team, channel, root_ts, ts)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        key.team(),
        key.channel(),
        key.rootTs(),
        turn.ts(),
        turn.at().toEpochMilli(),
        turn.question(),
        turn.answer(),
        GSON.toJson(turn.citations(), CITATIONS.getType()),
        turn.model(),
        turn.generation(),
        turn.inputTokens(),
        turn.outputTokens(),
        expires());
  }

  @Override
  public List<Turn> turns(ConversationKey key, int newest) {
    return database
        .query(
            "select * from turn" + MINE + " and expires > ? order by ts desc limit ?",
            H2Conversations::turn,
            key.team(),
            key.channel(),
            key.rootTs(),
            clock.millis(),
            newest)
        .reversed();
  }

  @Override
  public Optional<Turn> turn(ConversationKey key, String ts) {
    return database
        .query(
            "select * from turn" + MINE + " and ts = ? and expires > ?",
            H2Conversations::turn,
            key.team(),
            key.channel(),
            key.rootTs(),
            ts,
            clock.millis())
        .stream()
        .findFirst();
  }

  private long expires() {
    return clock.instant().plus(keep).toEpochMilli();
  }

  private static Turn turn(ResultSet row) throws SQLException {
    return new Turn(
        row.getString("ts"),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("question"),
        row.getString("answer"),
        GSON.fromJson(row.getString("citations"), CITATIONS),
        row.getString("model"),
        row.getLong("generation"),
        row.getLong("input_tokens"),
        row.getLong("output_tokens"));
  }
}
