package ragtime.local.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ragtime.bot.AppSettings;
import ragtime.bot.BotSettings;
import ragtime.slack.SlackCheck;
import ragtime.slack.SlackSettings;

/** Whether Slack takes the bot's token, and lets it do what it is made for. */
final class SlackChecks {
  private static final String NAME = "slack";
  private static final String TOKEN = "SLACK_BOT_TOKEN";
  private static final String SECRET = "SLACK_SIGNING_SECRET";
  private static final String APP = "SLACK_APP_TOKEN";

  private SlackChecks() {}

  static List<Check> of(Map<String, String> environment) {
    if (AppSettings.areIn(environment)) {
      return several(environment);
    }
    if (environment.getOrDefault(TOKEN, "").isBlank()) {
      return List.of(
          Check.note(
              NAME,
              TOKEN + " is not set: the bot lives in the browser workspace only",
              "./ragtime manifest prints what to make a Slack app from."));
    }
    List<Check> checks = new ArrayList<>();
    Map<String, String> rest = new HashMap<>(environment);
    if (environment.getOrDefault(SECRET, "").isBlank()) {
      checks.add(
          Check.wrongSetting(
              NAME,
              SECRET + " is not set",
              "Copy it from the Slack app's page: Basic Information, App Credentials."));
      rest.put(SECRET, "not set");
    }
    if (!environment.getOrDefault(APP, "xapp-").startsWith("xapp-")) {
      checks.add(
          Check.wrongSetting(
              NAME,
              APP + " is an app-level token, which starts with xapp-",
              "Copy it from the Slack app's page: Basic Information, App-Level Tokens."));
    }
    try {
      checks.add(asked(BotSettings.of(rest).slack()));
    } catch (IllegalArgumentException e) {
      checks.addAll(faults(e));
    }
    return checks;
  }

  private static List<Check> several(Map<String, String> environment) {
    try {
      return List.of(
          Check.ok(
              NAME,
              "The app "
                  + AppSettings.of(environment).clientId()
                  + " is for several workspaces, which install it from a deployment:"
                  + " docs/operations.md"));
    } catch (IllegalArgumentException e) {
      return faults(e);
    }
  }

  private static List<Check> faults(IllegalArgumentException e) {
    return Arrays.stream(String.valueOf(e.getMessage()).split("\n"))
        .map(fault -> Check.wrongSetting(NAME, fault, "Mend it in .env or the environment."))
        .toList();
  }

  private static Check asked(SlackSettings settings) {
    return switch (SlackCheck.of(settings)) {
      case SlackCheck.Works works when works.missing().isEmpty() ->
          Check.ok(NAME, "Slack knows the bot as " + works.bot() + " in " + works.team());
      case SlackCheck.Works works ->
          Check.fault(
              NAME,
              "The bot in " + works.team() + " lacks scopes: " + String.join(", ", works.missing()),
              "Put the output of ./ragtime manifest into the Slack app's manifest, then reinstall"
                  + " the app.");
      case SlackCheck.Refused refused ->
          Check.wrongSetting(
              NAME,
              "Slack does not take " + TOKEN + ": " + refused.code(),
              "Copy the bot token again from the Slack app's page: OAuth & Permissions. It starts"
                  + " with xoxb-.");
      case SlackCheck.Unreachable unreachable ->
          Check.fault(
              NAME,
              "Slack does not answer at " + settings.api(),
              "Check the network, and SLACK_API_URL if it is set.");
    };
  }
}
