package ragtime.local.workspace;

import com.google.gson.JsonObject;
import java.util.Optional;

/** Tells the bot what happens where it can see, in the shapes of Slack's Events API. */
final class Events {
  private static final String BOT_MENTION = "<@" + Team.BOT_USER + ">";

  private final State state;
  private final MessageShape shape;
  private final Deliveries deliveries;

  Events(State state, MessageShape shape, Deliveries deliveries) {
    this.state = state;
    this.shape = shape;
    this.deliveries = deliveries;
  }

  /** A mention in a channel comes twice, as {@code app_mention} and as {@code message}. */
  void posted(Message message) {
    Optional<Channel> channel = visible(message);
    if (channel.isEmpty()) {
      return;
    }
    JsonObject event = shape.of(message);
    event.addProperty("channel", message.channel());
    event.addProperty("event_ts", message.ts());
    if (channel.get().kind() != Channel.Kind.DM
        && !message.fromBot()
        && message.text().contains(BOT_MENTION)) {
      JsonObject mention = event.deepCopy();
      mention.addProperty("type", "app_mention");
      mention.remove("subtype");
      deliveries.send(mention);
    }
    event.addProperty("channel_type", channel.get().eventType());
    deliveries.send(event);
    message.files().forEach(file -> fileShared(file, message));
  }

  void changed(Message before, Message after) {
    visible(after)
        .ifPresent(
            channel ->
                deliveries.send(
                    subtype("message_changed", channel)
                        .and("message", shape.of(after))
                        .and("previous_message", shape.of(before))
                        .json()));
  }

  void deleted(Message message) {
    visible(message)
        .ifPresent(
            channel ->
                deliveries.send(
                    subtype("message_deleted", channel)
                        .and("deleted_ts", message.ts())
                        .and("previous_message", shape.of(message))
                        .json()));
  }

  void homeOpened(String person, String tab, Optional<JsonObject> view) {
    state
        .channels()
        .dmOf(person)
        .ifPresent(
            dm ->
                deliveries.send(
                    Fields.of("type", "app_home_opened")
                        .and("user", person)
                        .and("channel", dm.id())
                        .and("tab", tab)
                        .and("view", view)
                        .and("event_ts", state.timestamps().next())
                        .json()));
  }

  void joined(Channel channel, String person, String inviter) {
    if (state.channels().isMember(channel.id(), Team.BOT_USER)) {
      deliveries.send(
          Fields.of("type", "member_joined_channel")
              .and("user", person)
              .and("channel", channel.id())
              .and("channel_type", channel.kind() == Channel.Kind.PUBLIC ? "C" : "G")
              .and("team", Team.ID)
              .and("inviter", inviter)
              .and("event_ts", state.timestamps().next())
              .json());
    }
  }

  void reaction(String type, Message message, String name, String person) {
    visible(message)
        .ifPresent(
            channel ->
                deliveries.send(
                    Fields.of("type", type)
                        .and("user", person)
                        .and("reaction", name)
                        .and("item_user", message.author())
                        .and(
                            "item",
                            Fields.of("type", "message")
                                .and("channel", channel.id())
                                .and("ts", message.ts()))
                        .and("event_ts", state.timestamps().next())
                        .json()));
  }

  /** The person pressed the button that stops an answer. */
  void stopped(String channel, String threadTs, String person) {
    deliveries.send(
        Fields.of("type", "agent_session_stopped")
            .and("channel", channel)
            .and("user", person)
            .and("thread_ts", threadTs)
            .and(
                "streaming_message_ts",
                state.messages().replies(channel, threadTs).stream()
                    .filter(m -> m.state() == Message.State.STREAMING)
                    .map(Message::ts)
                    .toList())
            .and("event_ts", state.timestamps().next())
            .json());
  }

  private void fileShared(String file, Message message) {
    deliveries.send(
        Fields.of("type", "file_shared")
            .and("file_id", file)
            .and("user_id", message.author())
            .and("file", Fields.of("id", file))
            .and("channel_id", message.channel())
            .and("event_ts", message.ts())
            .json());
  }

  private Fields subtype(String name, Channel channel) {
    String ts = state.timestamps().next();
    return Fields.of("type", "message")
        .and("subtype", name)
        .and("hidden", true)
        .and("channel", channel.id())
        .and("channel_type", channel.eventType())
        .and("ts", ts)
        .and("event_ts", ts);
  }

  /** Nothing is told of messages for one reader, nor of channels that the bot is not in. */
  private Optional<Channel> visible(Message message) {
    return message.visibleTo().isPresent()
            || !state.channels().isMember(message.channel(), Team.BOT_USER)
        ? Optional.empty()
        : state.channels().find(message.channel());
  }
}
