package ragtime.local.h2;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ragtime.installation.BotToken;
import ragtime.installation.Installation;
import ragtime.installation.Installations;

/** Installations in the H2 file, which is to be read by nobody else: tokens are in it. */
public final class H2Installations implements Installations {
  private final H2Database database;

  /** The installations in this file. */
  public H2Installations(H2Database database) {
    this.database = database;
    database.update(
        """
        create table if not exists installation (
          team varchar primary key, name varchar not null, bot_user varchar not null,
          token varchar not null, refresh_token varchar, token_ends bigint,
          installer varchar not null, installed bigint not null)\
        """);
  }

  @Override
  public Optional<Installation> find(String team) {
    return database
        .query("select * from installation where team = ?", H2Installations::installation, team)
        .stream()
        .findFirst();
  }

  @Override
  public void save(Installation installation) {
    Optional<BotToken.Renewal> renewal = installation.token().renewal();
    database.update(
        "merge into installation (team, name, bot_user, token, refresh_token, token_ends,"
            + " installer, installed) key (team)"
            + " values (?, ?, ?, ?, nullif(?, ''), nullif(?, 0), ?, ?)",
        installation.team(),
        installation.name(),
        installation.botUser(),
        installation.token().value(),
        renewal.map(BotToken.Renewal::refreshToken).orElse(""),
        renewal.map(it -> it.ends().toEpochMilli()).orElse(0L),
        installation.installer(),
        installation.installed().toEpochMilli());
  }

  @Override
  public boolean renew(String team, BotToken before, BotToken renewed) {
    int rows =
        database.update(
            "update installation set token = ?, refresh_token = nullif(?, ''),"
                + " token_ends = nullif(?, 0) where team = ? and token = ?",
            renewed.value(),
            renewed.renewal().map(BotToken.Renewal::refreshToken).orElse(""),
            renewed.renewal().map(it -> it.ends().toEpochMilli()).orElse(0L),
            team,
            before.value());
    return rows == 1;
  }

  @Override
  public void remove(String team, Instant at) {
    database.update(
        "delete from installation where team = ? and installed < ?",
        team,
        (at.getEpochSecond() + 1) * 1_000);
  }

  @Override
  public List<Installation> all() {
    return database.query(
        "select * from installation order by team", H2Installations::installation);
  }

  private static Installation installation(ResultSet row) throws SQLException {
    long ends = row.getLong("token_ends");
    return new Installation(
        row.getString("team"),
        row.getString("name"),
        row.getString("bot_user"),
        new BotToken(
            row.getString("token"),
            Optional.ofNullable(row.getString("refresh_token"))
                .map(refresh -> new BotToken.Renewal(refresh, Instant.ofEpochMilli(ends)))),
        row.getString("installer"),
        Instant.ofEpochMilli(row.getLong("installed")));
  }
}
