package ragtime.slack;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The manifest that a Slack app is made from: exactly the events, methods and scopes that the bot
 * uses, as {@link SlackEvent} and {@link SlackMethod} list them.
 */
public final class AppManifest {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private static final String DESCRIPTION =
      "Answers questions from your team’s PDFs, and shows the page each answer comes from.";

  /** Heard only where several workspaces may install the app. */
  private static final List<String> REMOVALS = List.of("app_uninstalled", "tokens_revoked");

  private AppManifest() {}

  /**
   * Who may install the app, and with what kind of token.
   *
   * @param several whether more workspaces than the one it was made in may; then the app needs an
   *     address
   * @param rotates whether tokens end after twelve hours, and are renewed
   */
  public record Distribution(boolean several, boolean rotates) {
    /** One workspace, with a token that does not end. */
    public static final Distribution NONE = new Distribution(false, false);
  }

  /** The manifest as JSON; without the bot's address, for Socket Mode. */
  public static String json(Optional<URI> url) {
    return json(url, Distribution.NONE);
  }

  /** The manifest of an app that is distributed like this. */
  public static String json(Optional<URI> url, Distribution distribution) {
    JsonObject manifest = new JsonObject();
    manifest.add("display_information", display());
    manifest.add("features", features(url));
    JsonObject scopes = new JsonObject();
    scopes.add("bot", array(scopes()));
    JsonObject oauth = new JsonObject();
    url.filter(address -> distribution.several())
        .map(address -> address.resolve(InstallRoutes.REDIRECT).toString())
        .ifPresent(address -> oauth.add("redirect_urls", array(List.of(address))));
    oauth.add("scopes", scopes);
    manifest.add("oauth_config", oauth);
    manifest.add("settings", settings(url, distribution));
    return GSON.toJson(manifest);
  }

  /** The scopes that the bot's events, methods and command need. */
  static SortedSet<String> scopes() {
    SortedSet<String> scopes = new TreeSet<>();
    scopes.add("commands");
    Arrays.stream(SlackEvent.values()).forEach(event -> scopes.addAll(event.scopes()));
    Arrays.stream(SlackMethod.values()).forEach(method -> scopes.addAll(method.scopes()));
    return scopes;
  }

  private static JsonObject display() {
    JsonObject display = new JsonObject();
    display.addProperty("name", "ragtime");
    display.addProperty("description", DESCRIPTION);
    display.addProperty("background_color", "#1f3a5f");
    return display;
  }

  private static JsonObject features(Optional<URI> url) {
    Words words = new Words(Locale.ENGLISH);
    JsonObject prompt = new JsonObject();
    prompt.addProperty("title", words.say(Phrase.PROMPT_HELP_TITLE));
    prompt.addProperty("message", words.say(Phrase.PROMPT_HELP));
    JsonArray prompts = new JsonArray();
    prompts.add(prompt);
    JsonObject agent = new JsonObject();
    agent.addProperty("agent_description", DESCRIPTION);
    agent.add("suggested_prompts", prompts);

    JsonObject home = new JsonObject();
    home.addProperty("home_tab_enabled", true);
    home.addProperty("messages_tab_enabled", true);
    home.addProperty("messages_tab_read_only_enabled", false);

    JsonObject user = new JsonObject();
    user.addProperty("display_name", "ragtime");
    user.addProperty("always_online", true);

    JsonObject command = new JsonObject();
    command.addProperty("command", CommandListener.COMMAND);
    url.ifPresent(address -> command.addProperty("url", address.toString()));
    command.addProperty("description", "Ask the team’s documents");
    command.addProperty(
        "usage_hint",
        "ask [question] | sources | status | forget [document] | reindex | settings | help");
    command.addProperty("should_escape", false);
    JsonArray commands = new JsonArray();
    commands.add(command);

    JsonObject features = new JsonObject();
    features.add("agent_view", agent);
    features.add("app_home", home);
    features.add("bot_user", user);
    features.add("slash_commands", commands);
    features.add("shortcuts", shortcuts(words));
    return features;
  }

  private static JsonArray shortcuts(Words words) {
    JsonObject ask = new JsonObject();
    ask.addProperty("name", words.say(Phrase.SHORTCUT_ASK));
    ask.addProperty("type", "message");
    ask.addProperty("callback_id", Shortcuts.ASK);
    ask.addProperty("description", words.say(Phrase.SHORTCUT_ASK_DESCRIPTION));
    JsonArray shortcuts = new JsonArray();
    shortcuts.add(ask);
    return shortcuts;
  }

  private static JsonObject settings(Optional<URI> url, Distribution distribution) {
    JsonObject events = new JsonObject();
    url.ifPresent(address -> events.addProperty("request_url", address.toString()));
    events.add(
        "bot_events",
        array(
            Stream.concat(
                    Arrays.stream(SlackEvent.values()).map(SlackEvent::type),
                    distribution.several() ? REMOVALS.stream() : Stream.empty())
                .toList()));
    JsonObject interactivity = new JsonObject();
    interactivity.addProperty("is_enabled", true);
    url.ifPresent(address -> interactivity.addProperty("request_url", address.toString()));

    JsonObject settings = new JsonObject();
    settings.add("event_subscriptions", events);
    settings.add("interactivity", interactivity);
    settings.addProperty("org_deploy_enabled", false);
    settings.addProperty("socket_mode_enabled", url.isEmpty());
    settings.addProperty("token_rotation_enabled", distribution.rotates());
    return settings;
  }

  private static JsonArray array(Collection<String> values) {
    JsonArray array = new JsonArray();
    values.forEach(array::add);
    return array;
  }
}
