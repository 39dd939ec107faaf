package ragtime.local.workspace;

import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * Something that a page should show.
 *
 * @param kind what happened, as the page calls it
 * @param channel where, if anywhere
 * @param onlyFor the only person whom it concerns, if there is such a one
 * @param payload the rest
 */
record Change(String kind, Optional<String> channel, Optional<String> onlyFor, JsonObject payload) {

  static Change message(Message message, JsonObject json) {
    return new Change(
        "message",
        Optional.of(message.channel()),
        message.visibleTo(),
        Fields.of("channel", message.channel()).and("message", json).json());
  }

  static Change gone(Message message) {
    return new Change(
        "gone",
        Optional.of(message.channel()),
        message.visibleTo(),
        Fields.of("channel", message.channel())
            .and("ts", message.ts())
            .and("thread_ts", message.threadTs())
            .json());
  }

  static Change in(String kind, String channel, JsonObject payload) {
    return new Change(kind, Optional.of(channel), Optional.empty(), payload);
  }

  static Change forPerson(String kind, String person, JsonObject payload) {
    return new Change(kind, Optional.empty(), Optional.of(person), payload);
  }
}
