package ragtime.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Conversations in memory. */
public final class MemoryConversations implements Conversations {
  private record Kept(Turn turn, Instant until) {}

  private final Map<ConversationKey, Instant> open = new ConcurrentHashMap<>();
  private final Map<ConversationKey, TreeMap<String, Kept>> turns = new ConcurrentHashMap<>();
  private final Duration keep;
  private final Clock clock;

  /** Conversations that are forgotten after this long. */
  public MemoryConversations(Duration keep, Clock clock) {
    this.keep = keep;
    this.clock = clock;
  }

  @Override
  public void open(ConversationKey conversation) {
    open.put(conversation, clock.instant().plus(keep));
  }

  @Override
  public boolean owns(ConversationKey conversation) {
    Instant until = open.get(conversation);
    return until != null && until.isAfter(clock.instant());
  }

  @Override
  public void save(ConversationKey conversation, Turn turn) {
    turns.compute(
        conversation,
        (key, all) -> {
          TreeMap<String, Kept> copy = all == null ? new TreeMap<>() : new TreeMap<>(all);
          copy.put(turn.ts(), new Kept(turn, clock.instant().plus(keep)));
          return copy;
        });
  }

  @Override
  public List<Turn> turns(ConversationKey conversation, int newest) {
    List<Turn> live =
        turns.getOrDefault(conversation, new TreeMap<>()).values().stream()
            .filter(kept -> kept.until().isAfter(clock.instant()))
            .map(Kept::turn)
            .toList();
    return live.subList(Math.max(0, live.size() - newest), live.size());
  }

  @Override
  public Optional<Turn> turn(ConversationKey conversation, String ts) {
    return turns(conversation, Integer.MAX_VALUE).stream()
        .filter(turn -> turn.ts().equals(ts))
        .findFirst();
  }
}
