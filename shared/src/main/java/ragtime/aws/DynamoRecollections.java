package ragtime.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ragtime.conversation.AskedBefore;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.Recollections;

/** What each person asked lately: an item for each question, in the order of time. */
final class DynamoRecollections implements Recollections {

  private static final String ASKED = "asked#";

  private final DynamoTable table;
  private final Duration keep;
  private final Clock clock;

  DynamoRecollections(DynamoTable table, Duration keep, Clock clock) {
    this.table = table;
    this.keep = keep;
    this.clock = clock;
  }

  @Override
  public void add(String user, AskedBefore asked) {
    ConversationKey where = asked.conversation();
    table.put(
        Item.of(
                partition(where.team(), user),
                ASKED + Item.time(asked.at()) + "#" + where.channel() + "#" + asked.turnTs())
            .with("channel", where.channel())
            .with("root", where.rootTs())
            .with("turn", asked.turnTs())
            .with("at", asked.at().toString())
            .expiring(clock.instant(), keep));
  }

  @Override
  public List<AskedBefore> newest(String team, String user, int most) {
    return DynamoTable.call(
        () ->
            table
                .all(partition(team, user), ASKED, true)
                .limit(most)
                .map(
                    item ->
                        new AskedBefore(
                            new ConversationKey(team, item.text("channel"), item.text("root")),
                            item.text("turn"),
                            Instant.parse(item.text("at"))))
                .toList());
  }

  private static String partition(String team, String user) {
    return "asked#" + team + "#" + user;
  }
}
