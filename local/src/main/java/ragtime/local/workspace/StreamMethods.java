package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** {@code chat.startStream}, {@code appendStream} and {@code stopStream}. */
final class StreamMethods {
  /** About how long Slack keeps a stream open, and how much it takes. */
  private static final Duration LIFE = Duration.ofMinutes(5);

  private static final int CAPACITY = 12_000;

  private record Open(String recipient, Instant started, boolean inDm) {}

  private final State state;
  private final Board board;
  private final MessageShape shape;
  private final ChannelAccess access;
  private final Events events;
  private final Sessions sessions;
  private final Map<String, Open> streams = new ConcurrentHashMap<>();

  StreamMethods(State state, Board board, MessageShape shape, Events events, Sessions sessions) {
    this.state = state;
    this.board = board;
    this.shape = shape;
    this.access = new ChannelAccess(state);
    this.events = events;
    this.sessions = sessions;
  }

  void addTo(Map<String, ApiMethod> methods) {
    methods.put("chat.startStream", this::start);
    methods.put("chat.appendStream", this::append);
    methods.put("chat.stopStream", this::stop);
  }

  private Fields start(ApiRequest request) {
    Channel channel = access.joined(request.required("channel"));
    String thread = request.text("thread_ts").orElseThrow(() -> new ApiError("missing_thread_ts"));
    boolean inDm = channel.kind() == Channel.Kind.DM;
    if (!inDm && request.text("recipient_team_id").isEmpty()) {
      throw new ApiError("missing_recipient_team_id");
    }
    if (!inDm && request.text("recipient_user_id").isEmpty()) {
      throw new ApiError("missing_recipient_user_id");
    }
    Draft draft = access.rooted(channel, Draft.text("").inThread(Optional.of(thread)));
    String ts = state.timestamps().next();
    String recipient = request.text("recipient_user_id").orElse("");
    Message empty =
        draft
            .posted(channel.id(), ts, Team.BOT_USER)
            .withState(Message.State.STREAMING, inDm ? Optional.empty() : Optional.of(recipient));
    Message message = board.put(extended(empty, request));
    streams.put(key(message), new Open(recipient, state.clock().instant(), inDm));
    return Fields.ok().and("channel", channel.id()).and("ts", ts);
  }

  private Fields append(ApiRequest request) {
    Message message = streaming(request);
    if (DraftReader.markdown(request).isEmpty() && !request.has("chunks")) {
      throw new ApiError("no_text");
    }
    extended(message, request);
    board.change(message.channel(), message.ts(), m -> extended(m, request));
    return Fields.ok().and("channel", message.channel()).and("ts", message.ts());
  }

  private Fields stop(ApiRequest request) {
    Message message = streaming(request);
    JsonArray last = request.array("blocks", "invalid_blocks_format").orElseGet(JsonArray::new);
    DraftReader.checkBlocks(last);
    Optional<JsonObject> metadata = DraftReader.metadata(request);
    Message written = extended(message, request);
    JsonArray blocks = written.blocks();
    blocks.addAll(last);
    Draft whole =
        new Draft(
            written.text(),
            Blocks.named(blocks),
            metadata,
            message.threadTs(),
            Optional.empty(),
            message.files());
    Message done =
        board.put(message.withContent(whole).withState(Message.State.POSTED, Optional.empty()));
    streams.remove(key(message));
    sessions.replied(done);
    events.posted(done);
    return Fields.ok()
        .and("channel", done.channel())
        .and("ts", done.ts())
        .and("message", shape.of(done));
  }

  private Message streaming(ApiRequest request) {
    Channel channel = access.seen(request.required("channel"));
    Message message = access.own(channel, request.required("ts"), "message_not_owned_by_app");
    Optional<Open> open = Optional.ofNullable(streams.get(key(message)));
    boolean alive =
        open.filter(o -> o.started().plus(LIFE).isAfter(state.clock().instant())).isPresent();
    if (!alive || message.state() != Message.State.STREAMING) {
      board.change(
          message.channel(),
          message.ts(),
          m -> m.withState(Message.State.POSTED, Optional.empty()));
      throw new ApiError("message_not_in_streaming_state");
    }
    return message;
  }

  private Message extended(Message message, ApiRequest request) {
    StreamText text = StreamText.of(message);
    DraftReader.markdown(request).ifPresent(text::write);
    for (JsonElement chunk : request.array("chunks", "invalid_chunks").orElseGet(JsonArray::new)) {
      text.add(chunk);
    }
    if (text.length() > CAPACITY) {
      throw new ApiError("msg_too_long");
    }
    return message.withContent(text.draft());
  }

  private static String key(Message message) {
    return message.channel() + "/" + message.ts();
  }
}
