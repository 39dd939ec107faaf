package ragtime.local.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import ragtime.conversation.Claim;
import ragtime.conversation.ClaimKey;
import ragtime.conversation.Claims;

/**
 * Claims in the H2 file. Whoever opens the file is alone with it, so the leases of an earlier
 * process are over at once: its work goes on without waiting for them to end.
 */
public final class H2Claims implements Claims {
  private record Entry(String owner, Claim.State state, String note, Instant leaseEnd) {}

  private final H2Database database;
  private final Duration keep;
  private final Clock clock;

  /** Claims that are forgotten this long after they were last touched. */
  public H2Claims(H2Database database, Duration keep, Clock clock) {
    this.database = database;
    this.keep = keep;
    this.clock = clock;
    database.update(
        """
        create table if not exists claim (
          id varchar primary key, owner varchar not null, state varchar not null,
          note varchar not null, lease_end bigint not null, expires bigint not null)""");
    database.update("delete from claim where expires <= ?", clock.millis());
    database.update("update claim set lease_end = 0");
  }

  @Override
  public synchronized Claim claim(ClaimKey key, String owner, Duration lease) {
    return database.inTransaction(
        connection -> {
          Optional<Entry> found = find(connection, key);
          Instant now = clock.instant();
          if (found.isEmpty()) {
            put(connection, key, owner, Claim.State.RECEIVED, "", lease);
            return new Claim.Granted(Claim.State.RECEIVED, "");
          }
          Entry entry = found.get();
          if (entry.state() == Claim.State.ANSWERED) {
            return new Claim.AlreadyDone();
          }
          if (!entry.owner().equals(owner) && entry.leaseEnd().isAfter(now)) {
            return new Claim.HeldByOther(entry.leaseEnd());
          }
          put(connection, key, owner, entry.state(), entry.note(), lease);
          return new Claim.Granted(entry.state(), entry.note());
        });
  }

  @Override
  public synchronized boolean hold(
      ClaimKey key, String owner, Claim.State state, String note, Duration lease) {
    return database.inTransaction(
        connection -> {
          boolean mine = mine(connection, key, owner).isPresent();
          if (mine) {
            put(connection, key, owner, state, note, lease);
          }
          return mine;
        });
  }

  @Override
  public boolean finish(ClaimKey key, String owner) {
    return hold(key, owner, Claim.State.ANSWERED, "", Duration.ZERO);
  }

  @Override
  public synchronized void release(ClaimKey key, String owner) {
    database.inTransaction(
        connection -> {
          Optional<Entry> mine = mine(connection, key, owner);
          if (mine.isPresent()) {
            put(connection, key, owner, mine.get().state(), mine.get().note(), Duration.ZERO);
          }
          return mine.isPresent();
        });
  }

  private Optional<Entry> mine(Connection connection, ClaimKey key, String owner)
      throws SQLException {
    return find(connection, key)
        .filter(entry -> entry.owner().equals(owner) && entry.state() != Claim.State.ANSWERED);
  }

  private Optional<Entry> find(Connection connection, ClaimKey key) throws SQLException {
    return H2Database.query(
            connection,
            "select owner, state, note, lease_end from claim where id = ? and expires > ?",
            row ->
                new Entry(
                    row.getString(1),
                    Claim.State.valueOf(row.getString(2)),
                    row.getString(3),
                    Instant.ofEpochMilli(row.getLong(4))),
            key.value(),
            clock.millis())
        .stream()
        .findFirst();
  }

  private void put(
      Connection connection,
      ClaimKey key,
      String owner,
      Claim.State state,
      String note,
      Duration lease)
      throws SQLException {
    Instant now = clock.instant();
    H2Database.update(
        connection,
        "merge into claim key (id) values (?, ?, ?, ?, ?, ?)",
        key.value(),
        owner,
        state.name(),
        note,
        now.plus(lease).toEpochMilli(),
        now.plus(keep).toEpochMilli());
  }
}
