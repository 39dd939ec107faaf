package ragtime.local.workspace;

import com.google.gson.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@code conversations.*} and {@code users.conversations}. */
final class ConversationMethods {
  private final State state;
  private final MessageShape shape;
  private final ChannelAccess access;

  ConversationMethods(State state, MessageShape shape) {
    this.state = state;
    this.shape = shape;
    this.access = new ChannelAccess(state);
  }

  void addTo(Map<String, ApiMethod> methods) {
    methods.put("conversations.info", this::info);
    methods.put("conversations.members", this::members);
    methods.put("conversations.history", this::history);
    methods.put("conversations.replies", this::replies);
    methods.put("conversations.open", this::open);
    methods.put("conversations.list", this::list);
    methods.put("users.conversations", this::ofUser);
  }

  private Fields info(ApiRequest request) {
    return Fields.ok().and("channel", json(access.seen(request.required("channel"))));
  }

  private Fields members(ApiRequest request) {
    Channel channel = access.seen(request.required("channel"));
    Page<String> page = Page.of(state.channels().members(channel.id()), request, 100);
    return page.into(Fields.ok().and("members", page.items()));
  }

  private Fields history(ApiRequest request) {
    Channel channel = access.joined(request.required("channel"));
    List<Message> newestFirst =
        state.messages().roots(channel.id()).stream()
            .filter(m -> m.visibleTo().isEmpty())
            .filter(within(request))
            .sorted(Comparator.comparing(Message::ts).reversed())
            .toList();
    return messages(newestFirst, request);
  }

  private Fields replies(ApiRequest request) {
    Channel channel = access.joined(request.required("channel"));
    Message root =
        state.messages().roots(channel.id()).stream()
            .filter(m -> m.ts().equals(rootOf(channel, request.required("ts"))))
            .findFirst()
            .orElseThrow(() -> new ApiError("thread_not_found"));
    List<Message> thread =
        Stream.concat(
                Stream.of(root),
                state.messages().replies(channel.id(), root.ts()).stream()
                    .filter(m -> m.visibleTo().isEmpty())
                    .filter(within(request)))
            .toList();
    return messages(thread, request);
  }

  private String rootOf(Channel channel, String ts) {
    return state.messages().find(channel.id(), ts).map(Message::rootTs).orElse(ts);
  }

  private Fields messages(List<Message> messages, ApiRequest request) {
    Page<Message> page = Page.of(messages, request, 100);
    boolean withMetadata = request.flag("include_all_metadata");
    List<JsonObject> shown =
        page.items().stream().map(shape::of).peek(json -> strip(json, withMetadata)).toList();
    return page.into(
        Fields.ok().and("messages", shown).and("has_more", page.hasMore()).and("pin_count", 0));
  }

  private static void strip(JsonObject json, boolean withMetadata) {
    if (!withMetadata) {
      json.remove("metadata");
    }
  }

  private static Predicate<Message> within(ApiRequest request) {
    String oldest = request.text("oldest").orElse("0");
    String latest = request.text("latest").orElse("9999999999.999999");
    boolean inclusive = request.flag("inclusive");
    return m -> {
      int after = m.ts().compareTo(oldest);
      int before = m.ts().compareTo(latest);
      return inclusive ? after >= 0 && before <= 0 : after > 0 && before < 0;
    };
  }

  private Fields open(ApiRequest request) {
    List<String> users = request.list("users");
    if (request.text("channel").isPresent()) {
      return Fields.ok().and("channel", json(access.joined(request.required("channel"))));
    }
    if (users.size() != 1) {
      throw new ApiError("users_list_not_supplied");
    }
    Channel dm =
        state.channels().dmOf(users.getFirst()).orElseThrow(() -> new ApiError("user_not_found"));
    return Fields.ok().and("channel", json(dm));
  }

  private Fields list(ApiRequest request) {
    return page(state.channels().all(), request);
  }

  private Fields ofUser(ApiRequest request) {
    String user = request.text("user").orElse(Team.BOT_USER);
    if (state.people().find(user).isEmpty()) {
      throw new ApiError("user_not_found");
    }
    return page(state.channels().of(user), request);
  }

  /** Those of the channels that the bot can see and that the call asks for. */
  private Fields page(List<Channel> channels, ApiRequest request) {
    Set<String> types =
        Set.copyOf(
            request.text("types").isEmpty() ? List.of("public_channel") : request.list("types"));
    List<Channel> seen =
        channels.stream()
            .filter(c -> types.contains(type(c)))
            .filter(
                c ->
                    c.kind() == Channel.Kind.PUBLIC
                        || state.channels().isMember(c.id(), Team.BOT_USER))
            .toList();
    Page<Channel> page = Page.of(seen, request, 100);
    return page.into(Fields.ok().and("channels", page.items().stream().map(this::json).toList()));
  }

  private static String type(Channel channel) {
    return switch (channel.kind()) {
      case PUBLIC -> "public_channel";
      case PRIVATE -> "private_channel";
      case DM -> "im";
    };
  }

  private JsonObject json(Channel channel) {
    return channel.json(state.channels().members(channel.id()));
  }
}
