package ragtime.conversation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Feedback in memory. */
public final class MemoryFeedback implements FeedbackStore {
  private record Key(String channel, String messageTs, String user) {}

  private final Map<Key, Feedback> all = new ConcurrentHashMap<>();

  @Override
  public void save(Feedback feedback) {
    all.put(new Key(feedback.channel(), feedback.messageTs(), feedback.user()), feedback);
  }

  @Override
  public List<Feedback> of(String channel, String messageTs) {
    return all.values().stream()
        .filter(kept -> kept.channel().equals(channel) && kept.messageTs().equals(messageTs))
        .sorted(Comparator.comparing(Feedback::user))
        .toList();
  }
}
