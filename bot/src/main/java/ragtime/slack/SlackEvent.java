package ragtime.slack;

import java.util.Set;

/** Every event that the bot listens to, with the scopes that it needs. */
enum SlackEvent {
  AGENT_SESSION_STOPPED("agent_session_stopped"),
  APP_HOME_OPENED("app_home_opened"),
  APP_MENTION("app_mention", "app_mentions:read"),
  MESSAGE_CHANNELS("message.channels", "channels:history"),
  MESSAGE_GROUPS("message.groups", "groups:history"),
  MESSAGE_IM("message.im", "im:history");

  private final String type;
  private final Set<String> scopes;

  SlackEvent(String type, String... scopes) {
    this.type = type;
    this.scopes = Set.of(scopes);
  }

  /** Its name in a manifest. */
  String type() {
    return type;
  }

  Set<String> scopes() {
    return scopes;
  }
}
