package ragtime.bot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ragtime.slack.SlackApp;
import ragtime.slack.SlackSettings;

/** The settings of an app that several workspaces install. */
public final class AppSettings {
  private static final String ID = "SLACK_CLIENT_ID";
  private static final String SECRET = "SLACK_CLIENT_SECRET";
  private static final String TOKEN = "SLACK_BOT_TOKEN";
  private static final List<String> OF_ONE = List.of("RAGTIME_ADMINS", "RAGTIME_EXPERT_CHANNEL");

  private AppSettings() {}

  /** Whether these settings are for several workspaces, rather than for the one of a token. */
  public static boolean areIn(Map<String, String> environment) {
    return isSet(environment, ID) || isSet(environment, SECRET);
  }

  /**
   * Reads the settings from an environment. Throws {@link IllegalArgumentException} that names
   * every fault at once, a line for each, and no value that may be secret.
   */
  public static SlackApp of(Map<String, String> environment) {
    List<String> faults = new ArrayList<>();
    for (String name : List.of(ID, SECRET)) {
      if (!isSet(environment, name)) {
        faults.add(
            name
                + " is not set: several workspaces need both, and one workspace needs neither but "
                + TOKEN);
      }
    }
    if (isSet(environment, TOKEN)) {
      faults.add(
          TOKEN
              + " is for one workspace, and "
              + ID
              + " with "
              + SECRET
              + " for several: leave out the one or the others");
    }
    OF_ONE.stream()
        .filter(name -> isSet(environment, name))
        .map(
            name ->
                name
                    + " is of one workspace: leave it out, and use /ragtime settings in each; its"
                    + " own admins look after the bot there")
        .forEach(faults::add);
    SlackSettings rest = rest(environment, faults);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", faults));
    }
    return new SlackApp(
        environment.getOrDefault(ID, "").strip(),
        environment.getOrDefault(SECRET, "").strip(),
        rest.signingSecret(),
        rest.api());
  }

  /** The settings of one of the workspaces, which has this token. */
  public static BotSettings of(Map<String, String> environment, String token) {
    Map<String, String> its = new HashMap<>(environment);
    its.remove(ID);
    its.remove(SECRET);
    its.put(TOKEN, token);
    return BotSettings.of(its);
  }

  private static SlackSettings rest(Map<String, String> environment, List<String> faults) {
    Map<String, String> others = new HashMap<>(environment);
    OF_ONE.forEach(others::remove);
    try {
      return of(others, "xoxb-any").slack();
    } catch (IllegalArgumentException e) {
      faults.add(String.valueOf(e.getMessage()));
      return new SlackSettings("xoxb-any", "any", SlackSettings.SLACK, 1);
    }
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isBlank();
  }
}
