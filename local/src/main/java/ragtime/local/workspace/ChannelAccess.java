package ragtime.local.workspace;

import java.util.Optional;

/** Which channels the bot may see and write in. */
final class ChannelAccess {
  private final State state;

  ChannelAccess(State state) {
    this.state = state;
  }

  /** A channel that the bot can see: any public one, and private ones that it is in. */
  Channel seen(String idOrName) {
    return state
        .channels()
        .find(idOrName)
        .or(() -> state.channels().dmOf(idOrName).filter(c -> idOrName.startsWith("U")))
        .filter(c -> c.kind() == Channel.Kind.PUBLIC || isMember(c))
        .orElseThrow(() -> new ApiError("channel_not_found"));
  }

  /** A channel that the bot is in. */
  Channel joined(String idOrName) {
    Channel channel = seen(idOrName);
    if (!isMember(channel)) {
      throw new ApiError("not_in_channel");
    }
    return channel;
  }

  /** A message there that everybody can see. */
  Message message(Channel channel, String ts, String error) {
    return state
        .messages()
        .find(channel.id(), ts)
        .filter(m -> m.state() != Message.State.EPHEMERAL)
        .orElseThrow(() -> new ApiError(error));
  }

  /** The bot's own message there. */
  Message own(Channel channel, String ts, String error) {
    return Optional.of(message(channel, ts, "message_not_found"))
        .filter(Message::fromBot)
        .orElseThrow(() -> new ApiError(error));
  }

  /** The draft with its thread's true root: a reply's own timestamp will do as well. */
  Draft rooted(Channel channel, Draft draft) {
    return draft.inThread(
        draft.threadTs().map(ts -> message(channel, ts, "thread_not_found").rootTs()));
  }

  private boolean isMember(Channel channel) {
    return state.channels().isMember(channel.id(), Team.BOT_USER);
  }
}
