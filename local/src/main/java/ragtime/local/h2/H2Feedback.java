package ragtime.local.h2;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ragtime.conversation.CitedPage;
import ragtime.conversation.Feedback;
import ragtime.conversation.FeedbackStore;

/** Feedback in the H2 file. */
public final class H2Feedback implements FeedbackStore {
  private static final Gson GSON = new Gson();
  private static final TypeToken<List<CitedPage>> CITED = new TypeToken<>() {};

  private final H2Database database;

  /** The feedback in this file. */
  public H2Feedback(H2Database database) {
    this.database = database;
    database.update(
        """
        create table if not exists feedback (
          channel varchar, message_ts varchar, user_id varchar, helpful boolean not null,
          comment varchar, question varchar not null, generation bigint not null,
          at bigint not null, primary key (channel, message_ts, user_id))""");
    database.update("alter table feedback add column if not exists reasons varchar default ''");
    database.update("alter table feedback add column if not exists cited varchar default '[]'");
  }

  @Override
  public void save(Feedback feedback) {
    database.update(
        "merge into feedback (channel, message_ts, user_id, helpful, comment, question,"
            + " generation, at, reasons, cited) key (channel, message_ts, user_id)"
            + " values (?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?)",
        feedback.channel(),
        feedback.messageTs(),
        feedback.user(),
        feedback.helpful(),
        feedback.comment().orElse(""),
        feedback.question(),
        feedback.generation(),
        feedback.at().toEpochMilli(),
        String.join(",", feedback.reasons()),
        GSON.toJson(feedback.cited(), CITED.getType()));
  }

  @Override
  public List<Feedback> of(String channel, String messageTs) {
    return database.query(
        "select * from feedback where channel = ? and message_ts = ? order by user_id",
        row ->
            new Feedback(
                row.getString("channel"),
                row.getString("message_ts"),
                row.getString("user_id"),
                row.getBoolean("helpful"),
                reasons(row.getString("reasons")),
                Optional.ofNullable(row.getString("comment")),
                row.getString("question"),
                row.getLong("generation"),
                GSON.fromJson(row.getString("cited"), CITED),
                Instant.ofEpochMilli(row.getLong("at"))),
        channel,
        messageTs);
  }

  private static List<String> reasons(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(","));
  }
}
