package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Messages as Slack writes them in JSON. */
final class MessageShape {
  private final State state;
  private final String root;

  /**
   * Writes messages of a workspace.
   *
   * @param root the workspace's own address, which links start with
   */
  MessageShape(State state, String root) {
    this.state = state;
    this.root = root;
  }

  /** As the Web API and events show it, with metadata. */
  JsonObject of(Message m) {
    boolean deleted = m.state() == Message.State.DELETED;
    Fields fields =
        Fields.of("type", "message")
            .and("subtype", deleted ? Optional.of("tombstone") : m.subtype())
            .and("user", m.author())
            .and("text", m.text())
            .and("ts", m.ts())
            .and("team", Team.ID)
            .and("thread_ts", m.threadTs())
            .and("metadata", m.metadata())
            .when(m.state() == Message.State.EPHEMERAL, "is_ephemeral", true)
            .when(m.state() == Message.State.STREAMING, "streaming_state", "in_progress")
            .when(!m.files().isEmpty(), "files", files(m.files()))
            .and("edited", m.edited().map(e -> Fields.of("user", e.user()).and("ts", e.ts())));
    JsonArray blocks = m.fromBot() || deleted ? m.blocks() : RichText.of(m);
    fields.when(!blocks.isEmpty(), "blocks", blocks);
    if (m.fromBot()) {
      fields.and("bot_id", Team.BOT_ID).and("app_id", Team.APP_ID);
    }
    JsonArray reactions = state.reactions().json(m.channel(), m.ts());
    fields.when(!reactions.isEmpty(), "reactions", reactions);
    if (m.threadTs().isEmpty()) {
      addThread(m, fields);
    }
    return fields.json();
  }

  private void addThread(Message m, Fields fields) {
    List<Message> replies =
        state.messages().replies(m.channel(), m.ts()).stream()
            .filter(r -> r.visibleTo().isEmpty())
            .toList();
    if (replies.isEmpty()) {
      return;
    }
    List<String> authors =
        new ArrayList<>(replies.stream().map(Message::author).distinct().toList());
    fields
        .and("thread_ts", m.ts())
        .and("reply_count", replies.size())
        .and("reply_users", authors)
        .and("reply_users_count", authors.size())
        .and("latest_reply", replies.getLast().ts());
  }

  JsonArray files(List<String> ids) {
    JsonArray array = new JsonArray();
    ids.stream()
        .map(id -> state.files().find(id).orElse(null))
        .filter(Objects::nonNull)
        .forEach(file -> array.add(state.files().json(file, root)));
    return array;
  }

  String permalink(Message m) {
    return root + "/archives/" + m.channel() + "/p" + m.ts().replace(".", "");
  }
}
