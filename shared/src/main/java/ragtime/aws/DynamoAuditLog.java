package ragtime.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ragtime.conversation.AdminAct;
import ragtime.conversation.AuditLog;

/** What admins did: an item for each act, in the order of time. */
final class DynamoAuditLog implements AuditLog {

  private static final String ACT = "act#";

  private final DynamoTable table;
  private final Duration keep;
  private final Clock clock;

  DynamoAuditLog(DynamoTable table, Duration keep, Clock clock) {
    this.table = table;
    this.keep = keep;
    this.clock = clock;
  }

  @Override
  public void add(AdminAct act) {
    table.put(
        Item.of(partition(act.team()), ACT + Item.time(act.at()) + "#" + act.id())
            .with("id", act.id())
            .with("at", act.at().toString())
            .with("user", act.user())
            .with("what", act.what().name())
            .with("channel", act.channel())
            .expiring(clock.instant(), keep));
  }

  @Override
  public List<AdminAct> newest(String team, int most) {
    return DynamoTable.call(
        () ->
            table
                .all(partition(team), ACT, true)
                .limit(most)
                .map(
                    item ->
                        new AdminAct(
                            item.text("id"),
                            team,
                            Instant.parse(item.text("at")),
                            item.text("user"),
                            AdminAct.What.valueOf(item.text("what")),
                            item.maybe("channel")))
                .toList());
  }

  private static String partition(String team) {
    return "audit#" + team;
  }
}
