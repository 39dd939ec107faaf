package ragtime.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.Conversations;
import ragtime.conversation.Turn;

/**
 * Tells whoever is answering that nobody wants the answer any more. This goes past the queue, where
 * it would wait for the very answer that it is to stop. It is kept beside the conversation, under a
 * root of its own, for it lives as long and is read by the same processes.
 */
final class Stops {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private final Conversations conversations;
  private final Clock clock;

  Stops(Conversations conversations, Clock clock) {
    this.conversations = conversations;
    this.clock = clock;
  }

  /** What is being answered in this conversation is to stop. */
  void stop(ConversationKey conversation) {
    Instant now = clock.instant();
    String ts = now.getEpochSecond() + "." + "%09d".formatted(now.getNano());
    conversations.save(key(conversation), new Turn(ts, now, "", "", List.of(), "", 0, 0, 0));
  }

  /** Watches a conversation for stops from now on. */
  Watch watch(ConversationKey conversation) {
    return new Watch(conversation, clock.instant());
  }

  /** Looks every now and then whether to stop. */
  final class Watch {
    private final ConversationKey conversation;
    private final Instant since;
    private Instant looked;
    private boolean stopped;

    private Watch(ConversationKey conversation, Instant since) {
      this.conversation = conversation;
      this.since = since;
      this.looked = since;
    }

    /** Whether to stop, as known a moment ago. */
    boolean isStopped() {
      boolean due = !clock.instant().isBefore(looked.plus(BETWEEN_LOOKS));
      return stopped || (due && isStoppedNow());
    }

    /** Whether to stop. */
    boolean isStoppedNow() {
      looked = clock.instant();
      stopped =
          stopped
              || conversations.turns(key(conversation), 1).stream()
                  .anyMatch(stop -> !stop.at().isBefore(since));
      return stopped;
    }
  }

  private static ConversationKey key(ConversationKey conversation) {
    return new ConversationKey(
        conversation.team(), conversation.channel(), conversation.rootTs() + "/stop");
  }
}
