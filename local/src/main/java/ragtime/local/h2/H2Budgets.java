package ragtime.local.h2;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import ragtime.conversation.Budgets;
import ragtime.conversation.Spending;

/** What was spent each day, in the H2 file. */
public final class H2Budgets implements Budgets {
  private static final String TEAM = "";

  private final H2Database database;

  /** The spending in this file; days longer ago than this are forgotten. */
  public H2Budgets(H2Database database, Duration keep, Clock clock) {
    this.database = database;
    database.update(
        """
        create table if not exists budget (
          team varchar, spender varchar, spent_on date, questions bigint not null,
          tokens bigint not null, primary key (team, spender, spent_on))""");
    database.update(
        "delete from budget where spent_on < ?",
        LocalDate.ofInstant(clock.instant().minus(keep), ZoneOffset.UTC));
  }

  @Override
  public void add(String team, String user, LocalDate day, Spending spending) {
    count(team, TEAM, day, spending);
    count(team, user, day, spending);
  }

  private synchronized void count(String team, String spender, LocalDate day, Spending spending) {
    database.update(
        """
        merge into budget b using (values (?, ?, cast(? as date), cast(? as bigint),
          cast(? as bigint))) as n (team, spender, spent_on, questions, tokens)
        on b.team = n.team and b.spender = n.spender and b.spent_on = n.spent_on
        when matched then update set questions = b.questions + n.questions, tokens = b.tokens + n.tokens
        when not matched then insert values (n.team, n.spender, n.spent_on, n.questions, n.tokens)""",
        team,
        spender,
        day,
        spending.questions(),
        spending.tokens());
  }

  @Override
  public Spending ofUser(String team, String user, LocalDate day) {
    return spent(team, user, day);
  }

  @Override
  public Spending ofTeam(String team, LocalDate day) {
    return spent(team, TEAM, day);
  }

  private Spending spent(String team, String spender, LocalDate day) {
    return database
        .query(
            "select questions, tokens from budget where team = ? and spender = ? and spent_on = ?",
            row -> new Spending(row.getLong(1), row.getLong(2)),
            team,
            spender,
            day)
        .stream()
        .findFirst()
        .orElse(Spending.NONE);
  }
}
