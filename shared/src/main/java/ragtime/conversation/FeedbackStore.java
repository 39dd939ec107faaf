package ragtime.conversation;

import java.util.List;

/** What people think of answers. Safe for use by many threads and processes. */
public interface FeedbackStore {

  /** Keeps it; what the same person said of the same answer before is replaced. */
  void save(Feedback feedback);

  /** What was said of an answer, in the order of the users' ids. */
  List<Feedback> of(String channel, String messageTs);
}
