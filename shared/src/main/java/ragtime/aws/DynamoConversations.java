package ragtime.aws;

import com.google.gson.Gson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ragtime.conversation.CitedPage;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.Conversations;
import ragtime.conversation.Turn;

/** Conversations: an item for each turn, and one that says that the bot takes part. */
final class DynamoConversations implements Conversations {

  private static final Gson GSON = new Gson();
  private static final String OPEN = "open";
  private static final String TURN = "turn#";

  private final DynamoTable table;
  private final Duration keep;
  private final Clock clock;

  DynamoConversations(DynamoTable table, Duration keep, Clock clock) {
    this.table = table;
    this.keep = keep;
    this.clock = clock;
  }

  @Override
  public void open(ConversationKey conversation) {
    table.put(Item.of(partition(conversation), OPEN).expiring(clock.instant(), keep));
  }

  @Override
  public boolean owns(ConversationKey conversation) {
    return table.find(partition(conversation), OPEN).isPresent();
  }

  @Override
  public void save(ConversationKey conversation, Turn turn) {
    table.put(
        Item.of(partition(conversation), TURN + turn.ts())
            .with("at", turn.at().toString())
            .with("question", turn.question())
            .with("answer", turn.answer())
            .with("citations", GSON.toJson(turn.citations()))
            .with("model", turn.model())
            .with("generation", turn.generation())
            .with("inputTokens", turn.inputTokens())
            .with("outputTokens", turn.outputTokens())
            .expiring(clock.instant(), keep));
  }

  @Override
  public List<Turn> turns(ConversationKey conversation, int newest) {
    return DynamoTable.call(
            () ->
                table
                    .all(partition(conversation), TURN, true)
                    .limit(newest)
                    .map(DynamoConversations::turn)
                    .toList())
        .reversed();
  }

  @Override
  public Optional<Turn> turn(ConversationKey conversation, String ts) {
    return table.find(partition(conversation), TURN + ts).map(DynamoConversations::turn);
  }

  private static Turn turn(Item item) {
    return new Turn(
        item.text(Item.SORT).substring(TURN.length()),
        Instant.parse(item.text("at")),
        item.text("question"),
        item.text("answer"),
        List.of(GSON.fromJson(item.text("citations"), CitedPage[].class)),
        item.text("model"),
        item.number("generation"),
        item.number("inputTokens"),
        item.number("outputTokens"));
  }

  private static String partition(ConversationKey key) {
    return "conversation#" + key.team() + "#" + key.channel() + "#" + key.rootTs();
  }
}
