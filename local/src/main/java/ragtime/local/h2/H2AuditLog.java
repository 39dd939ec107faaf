package ragtime.local.h2;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ragtime.conversation.AdminAct;
import ragtime.conversation.AuditLog;

/** What admins did, in the H2 file. */
public final class H2AuditLog implements AuditLog {
  private final H2Database database;

  /** The acts in this file; those longer ago than this are forgotten. */
  public H2AuditLog(H2Database database, Duration keep, Clock clock) {
    this.database = database;
    database.update(
        """
        create table if not exists admin_act (
          team varchar, at bigint, id varchar, user_id varchar not null, what varchar not null,
          channel varchar, primary key (team, at, id))\
        """);
    database.update(
        "delete from admin_act where at < ?", clock.instant().minus(keep).toEpochMilli());
  }

  @Override
  public void add(AdminAct act) {
    database.update(
        "merge into admin_act (team, at, id, user_id, what, channel) key (team, at, id)"
            + " values (?, ?, ?, ?, ?, nullif(?, ''))",
        act.team(),
        act.at().toEpochMilli(),
        act.id(),
        act.user(),
        act.what().name(),
        act.channel().orElse(""));
  }

  @Override
  public List<AdminAct> newest(String team, int most) {
    return database.query(
        "select * from admin_act where team = ? order by at desc, id limit ?",
        row ->
            new AdminAct(
                row.getString("id"),
                team,
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("user_id"),
                AdminAct.What.valueOf(row.getString("what")),
                Optional.ofNullable(row.getString("channel"))),
        team,
        most);
  }
}
