package ragtime.slack;

import java.util.Set;

/** Every method of Slack's Web API that the bot calls, with the scopes that it needs. */
enum SlackMethod {
  POST_MESSAGE("chat.postMessage", "chat:write"),
  POST_EPHEMERAL("chat.postEphemeral", "chat:write"),
  UPDATE("chat.update", "chat:write"),
  GET_PERMALINK("chat.getPermalink"),
  DELETE("chat.delete", "chat:write"),
  ADD_REACTION("reactions.add", "reactions:write"),
  USERS_INFO("users.info", "users:read"),
  START_STREAM("chat.startStream", "chat:write"),
  APPEND_STREAM("chat.appendStream", "chat:write"),
  STOP_STREAM("chat.stopStream", "chat:write"),
  SET_STATUS("assistant.threads.setStatus", "assistant:write"),
  SET_SUGGESTED_PROMPTS("assistant.threads.setSuggestedPrompts", "assistant:write"),
  CONVERSATIONS_INFO("conversations.info", "channels:read", "groups:read", "im:read"),
  CONVERSATIONS_MEMBERS("conversations.members", "channels:read", "groups:read", "im:read"),
  USERS_CONVERSATIONS("users.conversations", "channels:read"),
  USERS_LIST("users.list", "users:read"),
  CONVERSATIONS_REPLIES(
      "conversations.replies", "channels:history", "groups:history", "im:history"),
  FILES_INFO("files.info", "files:read"),
  VIEWS_OPEN("views.open"),
  VIEWS_UPDATE("views.update"),
  VIEWS_PUBLISH("views.publish"),
  AUTH_TEST("auth.test"),
  /** Called with the app's own secret, for a token. */
  OAUTH_ACCESS("oauth.v2.access"),
  /** Called with the app-level token, whose scope is given when it is made. */
  CONNECTIONS_OPEN("apps.connections.open"),
  /** The link that came with a command or a click; no method, and no scope. */
  RESPONSE_URL("response_url");

  private final String path;
  private final Set<String> scopes;

  SlackMethod(String path, String... scopes) {
    this.path = path;
    this.scopes = Set.of(scopes);
  }

  /** Its name in the API. */
  String path() {
    return path;
  }

  Set<String> scopes() {
    return scopes;
  }
}
