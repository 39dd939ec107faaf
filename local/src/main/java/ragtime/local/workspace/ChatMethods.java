package ragtime.local.workspace;

import java.util.Map;

/** {@code chat.*}, but for streams. */
final class ChatMethods {
  private final State state;
  private final Board board;
  private final MessageShape shape;
  private final ChannelAccess access;
  private final Sessions sessions;

  ChatMethods(State state, Board board, MessageShape shape, Sessions sessions) {
    this.state = state;
    this.board = board;
    this.shape = shape;
    this.access = new ChannelAccess(state);
    this.sessions = sessions;
  }

  void addTo(Map<String, ApiMethod> methods) {
    methods.put("chat.postMessage", this::postMessage);
    methods.put("chat.postEphemeral", this::postEphemeral);
    methods.put("chat.update", this::update);
    methods.put("chat.delete", this::delete);
    methods.put("chat.getPermalink", this::permalink);
  }

  private Fields postMessage(ApiRequest request) {
    Channel channel = access.joined(request.required("channel"));
    Draft draft = access.rooted(channel, DraftReader.required(request));
    Message message = board.post(channel.id(), Team.BOT_USER, draft);
    sessions.replied(message);
    return Fields.ok()
        .and("channel", channel.id())
        .and("ts", message.ts())
        .and("message", shape.of(message));
  }

  private Fields postEphemeral(ApiRequest request) {
    Channel channel = access.joined(request.required("channel"));
    String user = request.required("user");
    if (!state.channels().isMember(channel.id(), user)) {
      throw new ApiError("user_not_in_channel");
    }
    Draft draft = access.rooted(channel, DraftReader.required(request));
    Message message = board.postFor(channel.id(), Team.BOT_USER, user, draft);
    sessions.replied(message);
    return Fields.ok().and("message_ts", message.ts());
  }

  private Fields update(ApiRequest request) {
    Channel channel = access.seen(request.required("channel"));
    Message before = access.own(channel, request.required("ts"), "cant_update_message");
    if (before.state() == Message.State.STREAMING) {
      throw new ApiError("streaming_state_conflict");
    }
    Draft draft = DraftReader.required(request);
    if (draft.text().length() > DraftReader.TEXT_LIMIT) {
      throw new ApiError("msg_too_long");
    }
    Message after =
        board.edit(before, draft, true).orElseThrow(() -> new ApiError("message_not_found"));
    return Fields.ok()
        .and("channel", channel.id())
        .and("ts", after.ts())
        .and("text", after.text())
        .and("message", shape.of(after));
  }

  private Fields delete(ApiRequest request) {
    Channel channel = access.seen(request.required("channel"));
    Message message = access.own(channel, request.required("ts"), "cant_delete_message");
    board.delete(message);
    return Fields.ok().and("channel", channel.id()).and("ts", message.ts());
  }

  private Fields permalink(ApiRequest request) {
    Channel channel = access.seen(request.required("channel"));
    Message message = access.message(channel, request.required("message_ts"), "message_not_found");
    return Fields.ok().and("channel", channel.id()).and("permalink", shape.permalink(message));
  }
}
