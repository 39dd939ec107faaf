package ragtime.local.workspace;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * A place for messages.
 *
 * @param id the channel id
 * @param kind who may see it
 * @param name without the hash; empty for a direct message
 * @param topic what it is for
 * @param created seconds since 1970
 */
public record Channel(String id, Kind kind, String name, String topic, long created) {

  /** Who may see a channel. */
  public enum Kind {
    PUBLIC,
    PRIVATE,
    DM
  }

  /** What events call it. */
  String eventType() {
    return switch (kind) {
      case PUBLIC -> "channel";
      case PRIVATE -> "group";
      case DM -> "im";
    };
  }

  /** As the Web API shows it to the bot. */
  JsonObject json(List<String> members) {
    Fields fields =
        Fields.of("id", id)
            .and("created", created)
            .and("is_channel", kind == Kind.PUBLIC)
            .and("is_group", false)
            .and("is_im", kind == Kind.DM)
            .and("is_mpim", false)
            .and("is_private", kind != Kind.PUBLIC)
            .and("is_archived", false)
            .and("is_shared", false)
            .and("is_ext_shared", false)
            .and("is_org_shared", false)
            .and("context_team_id", Team.ID);
    if (kind == Kind.DM) {
      members.stream()
          .filter(m -> !m.equals(Team.BOT_USER))
          .findFirst()
          .ifPresent(u -> fields.and("user", u));
      return fields.json();
    }
    return fields
        .and("name", name)
        .and("name_normalized", name)
        .and("creator", Team.YOU)
        .and("is_general", id.equals(Team.GENERAL))
        .and("is_member", members.contains(Team.BOT_USER))
        .and("num_members", members.size())
        .and("topic", Fields.of("value", topic).and("creator", Team.YOU).and("last_set", created))
        .and("purpose", Fields.of("value", topic).and("creator", Team.YOU).and("last_set", created))
        .json();
  }
}
