package ragtime.local.h2;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ragtime.conversation.Feedback;
import ragtime.conversation.FeedbackStore;

/** Feedback in the H2 file. */
public final class H2Feedback implements FeedbackStore {
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
  }

  @Override
  public void save(Feedback feedback) {
    database.update(
        "merge into feedback key (channel, message_ts, user_id)"
            + " values (?, ?, ?, ?, nullif(?, ''), ?, ?, ?)",
        feedback.channel(),
        feedback.messageTs(),
        feedback.user(),
        feedback.helpful(),
        feedback.comment().orElse(""),
        feedback.question(),
        feedback.generation(),
        feedback.at().toEpochMilli());
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
                Optional.ofNullable(row.getString("comment")),
                row.getString("question"),
                row.getLong("generation"),
                Instant.ofEpochMilli(row.getLong("at"))),
        channel,
        messageTs);
  }
}
