package ragtime.local.workspace;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sends slash commands to the bot and shows what it replies at once. */
final class Commands {
  private final BotEndpoint bot;
  private final Triggers triggers;
  private final ResponseUrls responses;

  Commands(BotEndpoint bot, Triggers triggers, ResponseUrls responses) {
    this.bot = bot;
    this.triggers = triggers;
    this.responses = responses;
  }

  Reception send(Channel channel, Person person, String command, String text) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("token", "none");
    form.put("team_id", Team.ID);
    form.put("team_domain", Team.DOMAIN);
    form.put("channel_id", channel.id());
    form.put("channel_name", channelName(channel));
    form.put("user_id", person.id());
    form.put("user_name", person.name());
    form.put("command", command);
    form.put("text", text);
    form.put("api_app_id", Team.APP_ID);
    form.put("is_enterprise_install", "false");
    form.put("response_url", responses.afterCommand(channel.id(), person.id()));
    form.put("trigger_id", triggers.issue(person.id()));
    Reception reception = Reception.of(bot.post(BotEndpoint.FORM, encode(form), Map.of()));
    reception
        .problem()
        .ifPresentOrElse(
            problem -> say(channel, person, Draft.text(command + " failed: " + problem), false),
            () -> show(channel, person, reception.body()));
    return reception;
  }

  private void show(Channel channel, Person person, String body) {
    if (body.isBlank()) {
      return;
    }
    Optional<JsonObject> json = json(body);
    boolean toEveryone =
        json.filter(j -> Blocks.text(j, "response_type").equals("in_channel")).isPresent();
    Draft draft =
        json.map(j -> DraftReader.read(ApiRequest.of(j))).orElseGet(() -> Draft.text(body));
    if (!draft.text().isEmpty() || !draft.blocks().isEmpty()) {
      say(channel, person, draft, toEveryone);
    }
  }

  private void say(Channel channel, Person person, Draft draft, boolean toEveryone) {
    responses.say(channel.id(), person.id(), draft, toEveryone);
  }

  private static Optional<JsonObject> json(String body) {
    try {
      return Optional.of(JsonParser.parseString(body))
          .filter(JsonObject.class::isInstance)
          .map(JsonObject.class::cast);
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  private static String channelName(Channel channel) {
    return switch (channel.kind()) {
      case PUBLIC -> channel.name();
      case PRIVATE -> "privategroup";
      case DM -> "directmessage";
    };
  }

  static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
