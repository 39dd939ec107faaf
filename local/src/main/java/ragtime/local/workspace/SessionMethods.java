package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code assistant.threads.*} and {@code agents.sessions.*}. */
final class SessionMethods {
  private static final Set<String> AGENT_STATUSES =
      Set.of("active", "processing", "suspended", "closed");

  private final State state;
  private final Sessions sessions;
  private final Changes changes;
  private final ChannelAccess access;

  SessionMethods(State state, Sessions sessions, Changes changes) {
    this.state = state;
    this.sessions = sessions;
    this.changes = changes;
    this.access = new ChannelAccess(state);
  }

  void addTo(Map<String, ApiMethod> methods) {
    methods.put("assistant.threads.setStatus", this::setStatus);
    methods.put("assistant.threads.setSuggestedPrompts", this::setPrompts);
    methods.put("assistant.threads.setTitle", this::setTitle);
    methods.put("agents.sessions.setStatus", this::setAgentStatus);
    methods.put("agents.sessions.rename", this::setTitle);
  }

  private Fields setStatus(ApiRequest request) {
    Channel channel = access.joined(request.required("channel_id"));
    List<String> messages = request.list("loading_messages");
    if (messages.size() > 10) {
      throw new ApiError("invalid_arguments", List.of("at most 10 loading_messages"));
    }
    sessions.status(
        channel.id(), root(channel, request), request.text("status").orElse(""), messages);
    return Fields.ok();
  }

  private Fields setAgentStatus(ApiRequest request) {
    Channel channel = access.joined(request.required("channel_id"));
    String status = request.required("status");
    if (!AGENT_STATUSES.contains(status)) {
      throw new ApiError("invalid_arguments", List.of("unknown status " + status));
    }
    String shown = status.equals("processing") ? "is working on it…" : "";
    sessions.status(channel.id(), root(channel, request), shown, List.of());
    return Fields.ok();
  }

  /** Under the agent view prompts belong to the person; with a thread Slack drops them silently. */
  private Fields setPrompts(ApiRequest request) {
    Channel channel = access.joined(request.required("channel_id"));
    JsonArray prompts =
        request
            .array("prompts", "invalid_arguments")
            .orElseThrow(() -> new ApiError("invalid_arguments"));
    if (prompts.isEmpty() || prompts.size() > 4) {
      throw new ApiError("invalid_arguments", List.of("between 1 and 4 prompts"));
    }
    for (JsonElement prompt : prompts) {
      if (!prompt.isJsonObject()
          || !prompt.getAsJsonObject().has("title")
          || !prompt.getAsJsonObject().has("message")) {
        throw new ApiError("invalid_arguments", List.of("a prompt has a title and a message"));
      }
    }
    if (request.text("thread_ts").isEmpty()) {
      Fields content = Fields.of("prompts", prompts).and("title", request.text("title"));
      state.notes().prompts(channel.id(), content.json());
      changes.publish(
          Change.in("prompts", channel.id(), content.and("channel", channel.id()).json()));
    }
    return Fields.ok();
  }

  private Fields setTitle(ApiRequest request) {
    Channel channel = access.joined(request.required("channel_id"));
    String thread = root(channel, request);
    String title = request.required("title");
    state.notes().title(channel.id(), thread, title);
    changes.publish(
        Change.in(
            "title",
            channel.id(),
            Fields.of("channel", channel.id())
                .and("thread_ts", thread)
                .and("title", title)
                .json()));
    return Fields.ok();
  }

  private String root(Channel channel, ApiRequest request) {
    return access.message(channel, request.required("thread_ts"), "invalid_thread_ts").rootTs();
  }
}
