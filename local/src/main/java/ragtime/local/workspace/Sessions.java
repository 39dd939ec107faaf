package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the bot says it is doing in each thread, until it replies there. */
final class Sessions {
  private final Changes changes;
  private final Map<String, JsonObject> byThread = new ConcurrentHashMap<>();

  Sessions(Changes changes) {
    this.changes = changes;
  }

  /** Shows a status; an empty one takes it away. */
  void status(String channel, String threadTs, String status, List<String> loadingMessages) {
    JsonObject json =
        Fields.of("channel", channel)
            .and("thread_ts", threadTs)
            .and("status", status)
            .and("loading_messages", loadingMessages)
            .json();
    String key = channel + "/" + threadTs;
    boolean changed =
        status.isEmpty() ? byThread.remove(key) != null : !json.equals(byThread.put(key, json));
    if (changed) {
      changes.publish(Change.in("status", channel, json));
    }
  }

  /** The bot has replied, so it is no longer busy there. */
  void replied(Message message) {
    message.threadTs().ifPresent(root -> status(message.channel(), root, "", List.of()));
  }

  Optional<String> statusOf(String channel, String threadTs) {
    return Optional.ofNullable(byThread.get(channel + "/" + threadTs))
        .map(json -> Blocks.text(json, "status"));
  }

  /** All statuses in a channel. */
  JsonArray in(String channel) {
    JsonArray array = new JsonArray();
    byThread.values().stream()
        .filter(json -> Blocks.text(json, "channel").equals(channel))
        .forEach(array::add);
    return array;
  }
}
