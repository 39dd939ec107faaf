package ragtime.slack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts the messages of one job into a thread, each once: what an earlier try has posted is put
 * right instead. A message that Slack refuses for its length or shape is said in plain text.
 */
final class Poster {
  private static final Logger LOG = LoggerFactory.getLogger(Poster.class);
  private final SlackWeb slack;
  private final String channel;
  private final String thread;
  private final String job;
  private final Map<Integer, String> posted = new HashMap<>();
  private boolean there;

  Poster(SlackWeb slack, String channel, String thread, String job) {
    this.slack = slack;
    this.channel = channel;
    this.thread = thread;
    this.job = job;
  }

  /** Looks for what an earlier try has posted, given what it noted. */
  void recall(String note) {
    posted.putAll(slack.posted(channel, thread, job));
    there = !posted.isEmpty(); // by its mark, which a stream gets only at its end
    if (!note.isEmpty()) {
      posted.put(0, note);
    }
  }

  /** Looks for a stream that an earlier try began, and died before it could note that. */
  void recallStream() {
    if (posted.isEmpty()) {
      slack.unfinishedStream(channel, thread, job).ifPresent(ts -> posted.put(0, ts));
    }
  }

  /** Whether an earlier try has posted a message, or written one to its end. */
  boolean isThere() {
    return there;
  }

  /** This message stands there already. */
  void stands(int part, String ts) {
    posted.put(part, ts);
  }

  /** What stands there as the first message. */
  Optional<String> first() {
    return Optional.ofNullable(posted.get(0));
  }

  /**
   * Posts them all in their order, and nothing else of this job, and returns the timestamp of the
   * last.
   */
  String post(List<Outgoing> messages) {
    List<Outgoing> left = new ArrayList<>(messages);
    String ts = "";
    int part = 0;
    for (; !left.isEmpty(); part++) {
      Outgoing message = left.removeFirst();
      try {
        ts = put(part, message);
      } catch (SlackException e) {
        if (!e.isAboutTheMessage() || message.blocks().isEmpty()) {
          throw e;
        }
        LOG.warn("A message of {} was refused and is said plainly: {}", job, e.code());
        left.addAll(0, message.plain());
        part--;
      }
    }
    removeFrom(part);
    return ts;
  }

  /** What an earlier try, or an earlier answer, had to say beyond that is taken away. */
  private void removeFrom(int part) {
    for (Map.Entry<Integer, String> beyond : List.copyOf(posted.entrySet())) {
      if (beyond.getKey() >= part) {
        posted.remove(beyond.getKey());
        remove(beyond.getValue());
      }
    }
  }

  private void remove(String ts) {
    try {
      slack.delete(channel, ts);
    } catch (SlackException e) {
      LOG.warn("A message of {} stays: {}", job, e.getMessage());
    }
  }

  private String put(int part, Outgoing message) {
    MessageMark mark = new MessageMark(job, part);
    String there = posted.get(part);
    if (there != null && isReplaced(there, message, mark)) {
      return there;
    }
    String ts = slack.post(channel, Optional.of(thread), message, mark);
    posted.put(part, ts);
    return ts;
  }

  /** Puts a message in place of one, unless that is gone. */
  private boolean isReplaced(String ts, Outgoing message, MessageMark mark) {
    try {
      slack.update(channel, ts, message, Optional.of(mark));
      return true;
    } catch (SlackException e) {
      switch (e.code()) {
        case "message_not_found" -> {
          return false;
        }
        case "streaming_state_conflict" -> { // whoever was writing it is dead
          slack.stopStream(channel, ts, List.of(), Optional.empty());
          slack.update(channel, ts, message, Optional.of(mark));
          return true;
        }
        default -> throw e;
      }
    }
  }
}
