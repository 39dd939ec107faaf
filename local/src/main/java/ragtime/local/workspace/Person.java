package ragtime.local.workspace;

import com.google.gson.JsonObject;

/**
 * Someone in the workspace; the bot is one too.
 *
 * @param id the user id
 * @param name the handle, as in {@code @maya}
 * @param realName the name that is shown
 * @param role what they may do
 * @param locale the language of their Slack, as a language tag
 */
public record Person(String id, String name, String realName, Role role, String locale) {

  /** What someone may do in the workspace. */
  public enum Role {
    OWNER,
    ADMIN,
    MEMBER,
    BOT
  }

  /** As the Web API shows it to who asks for the language too. */
  JsonObject jsonWithLocale() {
    JsonObject json = json();
    json.addProperty("locale", locale);
    return json;
  }

  /** As the Web API shows it. */
  JsonObject json() {
    boolean owner = role == Role.OWNER;
    return Fields.of("id", id)
        .and("team_id", Team.ID)
        .and("name", name)
        .and("real_name", realName)
        .and("deleted", false)
        .and("tz", "Europe/London")
        .and("tz_label", "Greenwich Mean Time")
        .and("tz_offset", 0)
        .and("is_admin", owner || role == Role.ADMIN)
        .and("is_owner", owner)
        .and("is_primary_owner", owner)
        .and("is_restricted", false)
        .and("is_ultra_restricted", false)
        .and("is_bot", role == Role.BOT)
        .and("is_app_user", false)
        .and("updated", 0)
        .and(
            "profile",
            Fields.of("real_name", realName)
                .and("display_name", name)
                .and("real_name_normalized", realName)
                .and("display_name_normalized", name)
                .and("team", Team.ID)
                .when(role == Role.BOT, "bot_id", Team.BOT_ID)
                .when(role == Role.BOT, "api_app_id", Team.APP_ID))
        .json();
  }
}
