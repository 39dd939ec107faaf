package ragtime.local.h2;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.h2.api.ErrorCode;
import ragtime.job.Job;
import ragtime.job.JobCodec;

/** The jobs in the H2 file: waiting, running, done (kept a day, to know them again) or dead. */
final class JobTable {
  private static final Duration KEEP_DONE = Duration.ofDays(1);

  /**
   * A job that may run now.
   *
   * @param receive which try this is, counted from 1
   */
  record Due(long seq, String id, String body, int receive) {}

  private final H2Database database;
  private final Clock clock;

  JobTable(H2Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    database.update(
        """
        create table if not exists job (
          seq bigint generated always as identity primary key, id varchar not null unique,
          grp varchar not null, body varchar not null, state varchar not null,
          receives int not null, due bigint not null, error varchar, finished bigint)\
        """);
    database.update("create index if not exists job_group on job (grp, state, seq)");
    database.update("create index if not exists job_state on job (state, due)");
    database.update("create index if not exists job_ready on job (state, seq)");
    database.update(
        "delete from job where state = 'done' and finished < ?",
        clock.instant().minus(KEEP_DONE).toEpochMilli());
    database.update("update job set state = 'waiting' where state = 'running'");
  }

  /** Keeps a job, unless one of its id has been kept before, or is being kept. */
  void add(Job job) {
    try {
      insert(job);
    } catch (H2Exception e) {
      // The same event twice at once: neither saw the other, and one was first.
      if (!(e.getCause() instanceof SQLException cause)
          || cause.getErrorCode() != ErrorCode.DUPLICATE_KEY_1) {
        throw e;
      }
    }
  }

  private void insert(Job job) {
    database.update(
        """
        insert into job (id, grp, body, state, receives, due)
        select ?, ?, ?, 'waiting', 0, ?
        where not exists (select 1 from job where id = ?)\
        """,
        job.id(),
        job.group(),
        JobCodec.encode(job),
        clock.millis(),
        job.id());
  }

  /**
   * Takes the first jobs of their groups that are due, at most so many; they are running now. In
   * the order of the index, so that only those are looked at, and not all that wait.
   */
  List<Due> take(int limit) {
    return database.inTransaction(
        connection -> {
          List<Due> due =
              H2Database.query(
                  connection,
                  """
                  select seq, id, body, receives from job j use index (job_ready)
                  where state = 'waiting' and due <= ? and not exists (
                    select 1 from job e
                    where e.grp = j.grp and e.state in ('waiting', 'running') and e.seq < j.seq)
                  order by state, seq limit ?\
                  """,
                  row ->
                      new Due(
                          row.getLong(1), row.getString(2), row.getString(3), row.getInt(4) + 1),
                  clock.millis(),
                  limit);
          for (Due job : due) {
            H2Database.update(
                connection,
                "update job set state = 'running', receives = ? where seq = ?",
                job.receive(),
                job.seq());
          }
          return due;
        });
  }

  /** When the next job may run, of those that wait for their time. */
  Optional<Instant> next() {
    return database
        .query(
            "select min(due) from job where state = 'waiting' and due > ?",
            row -> Optional.ofNullable(row.getObject(1, Long.class)).map(Instant::ofEpochMilli),
            clock.millis())
        .getFirst();
  }

  void done(Due due) {
    database.update(
        "update job set state = 'done', error = null, finished = ? where seq = ?",
        clock.millis(),
        due.seq());
  }

  /** It was held by somebody else, which is no failure. */
  void again(Due due, Duration after) {
    database.update(
        "update job set state = 'waiting', receives = receives - 1, due = ? where seq = ?",
        clock.instant().plus(after).toEpochMilli(),
        due.seq());
  }

  void failed(Due due, String error, Duration wait) {
    database.update(
        "update job set state = 'waiting', error = ?, due = ? where seq = ?",
        error,
        clock.instant().plus(wait).toEpochMilli(),
        due.seq());
  }

  void dead(Due due, String error) {
    database.update(
        "update job set state = 'dead', error = ?, finished = ? where seq = ?",
        error,
        clock.millis(),
        due.seq());
  }

  /** Lets the dead be tried anew, and says how many they were. */
  int revive() {
    return database.update(
        "update job set state = 'waiting', receives = 0, due = ?, finished = null"
            + " where state = 'dead'",
        clock.millis());
  }

  int count(String state) {
    return database
        .query("select count(*) from job where state = ?", row -> row.getInt(1), state)
        .getFirst();
  }
}
