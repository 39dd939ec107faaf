package ragtime.local.h2;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ragtime.conversation.AskedBefore;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.Recollections;

/** What each person asked lately, in the H2 file. */
public final class H2Recollections implements Recollections {
  private final H2Database database;

  /** What was asked, in this file; what was longer ago than this is forgotten. */
  public H2Recollections(H2Database database, Duration keep, Clock clock) {
    this.database = database;
    database.update(
        """
        create table if not exists asked (
          team varchar, user_id varchar, at bigint, channel varchar, root_ts varchar not null,
          turn_ts varchar, primary key (team, user_id, at, channel, turn_ts))\
        """);
    database.update("delete from asked where at < ?", clock.instant().minus(keep).toEpochMilli());
  }

  @Override
  public void add(String user, AskedBefore asked) {
    database.update(
        "merge into asked (team, user_id, at, channel, root_ts, turn_ts)"
            + " key (team, user_id, at, channel, turn_ts) values (?, ?, ?, ?, ?, ?)",
        asked.conversation().team(),
        user,
        asked.at().toEpochMilli(),
        asked.conversation().channel(),
        asked.conversation().rootTs(),
        asked.turnTs());
  }

  @Override
  public List<AskedBefore> newest(String team, String user, int most) {
    return database.query(
        "select * from asked where team = ? and user_id = ? order by at desc limit ?",
        row ->
            new AskedBefore(
                new ConversationKey(team, row.getString("channel"), row.getString("root_ts")),
                row.getString("turn_ts"),
                Instant.ofEpochMilli(row.getLong("at"))),
        team,
        user,
        most);
  }
}
