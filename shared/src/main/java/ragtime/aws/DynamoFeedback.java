package ragtime.aws;

import com.google.gson.Gson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ragtime.conversation.CitedPage;
import ragtime.conversation.Feedback;
import ragtime.conversation.FeedbackStore;

/** Feedback: an item for each person under each answer. */
final class DynamoFeedback implements FeedbackStore {

  private static final Gson GSON = new Gson();
  private static final String USER = "user#";
  private static final String HELPED = "helped";

  private final DynamoTable table;
  private final Duration keep;
  private final Clock clock;

  DynamoFeedback(DynamoTable table, Duration keep, Clock clock) {
    this.table = table;
    this.keep = keep;
    this.clock = clock;
  }

  @Override
  public void save(Feedback feedback) {
    table.put(
        Item.of(partition(feedback.channel(), feedback.messageTs()), USER + feedback.user())
            .with("rating", feedback.helpful() ? HELPED : "did_not_help")
            .with("reasons", GSON.toJson(feedback.reasons()))
            .with("comment", feedback.comment())
            .with("question", feedback.question())
            .with("generation", feedback.generation())
            .with("cited", GSON.toJson(feedback.cited()))
            .with("at", feedback.at().toString())
            .expiring(clock.instant(), keep));
  }

  @Override
  public List<Feedback> of(String channel, String messageTs) {
    return DynamoTable.call(
        () ->
            table
                .all(partition(channel, messageTs), USER, false)
                .map(item -> feedback(channel, messageTs, item))
                .toList());
  }

  private static Feedback feedback(String channel, String messageTs, Item item) {
    return new Feedback(
        channel,
        messageTs,
        item.text(Item.SORT).substring(USER.length()),
        item.text("rating").equals(HELPED),
        List.of(GSON.fromJson(item.text("reasons"), String[].class)),
        item.maybe("comment"),
        item.text("question"),
        item.number("generation"),
        List.of(GSON.fromJson(item.text("cited"), CitedPage[].class)),
        Instant.parse(item.text("at")));
  }

  private static String partition(String channel, String messageTs) {
    return "feedback#" + channel + "#" + messageTs;
  }
}
