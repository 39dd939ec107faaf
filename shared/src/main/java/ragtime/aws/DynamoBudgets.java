package ragtime.aws;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import ragtime.conversation.Budgets;
import ragtime.conversation.Spending;

/** What was spent each day: an item for each user and one for the team, added to in place. */
final class DynamoBudgets implements Budgets {

  private static final String USER = "user#";
  private static final String TEAM = "team";

  private final DynamoTable table;
  private final Duration keep;

  DynamoBudgets(DynamoTable table, Duration keep) {
    this.table = table;
    this.keep = keep;
  }

  @Override
  public void add(String team, String user, LocalDate day, Spending spending) {
    count(team, TEAM, day, spending);
    count(team, USER + user, day, spending);
  }

  private void count(String team, String spender, LocalDate day, Spending spending) {
    var values =
        Map.of(
            ":questions", Item.value(spending.questions()),
            ":tokens", Item.value(spending.tokens()),
            ":expires",
                Item.value(Item.expiry(day.atStartOfDay(ZoneOffset.UTC).toInstant(), keep)));
    table.update(
        partition(team, day),
        spender,
        "ADD questions :questions, tokens :tokens SET expires = :expires",
        values);
  }

  @Override
  public Spending ofUser(String team, String user, LocalDate day) {
    return spent(team, USER + user, day);
  }

  @Override
  public Spending ofTeam(String team, LocalDate day) {
    return spent(team, TEAM, day);
  }

  private Spending spent(String team, String spender, LocalDate day) {
    return table
        .find(partition(team, day), spender)
        .map(item -> new Spending(item.number("questions"), item.number("tokens")))
        .orElse(Spending.NONE);
  }

  private static String partition(String team, LocalDate day) {
    return "budget#" + team + "#" + day;
  }
}
