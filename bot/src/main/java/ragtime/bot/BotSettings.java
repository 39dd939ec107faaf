package ragtime.bot;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ragtime.conversation.Allowance;
import ragtime.conversation.Budgets;
import ragtime.conversation.DailyBudget;
import ragtime.slack.SlackSettings;

/**
 * What the bot runs with.
 *
 * @param slack how to reach the workspace
 * @param user what each user may spend in a day
 * @param team what the whole team may
 */
public record BotSettings(SlackSettings slack, Allowance user, Allowance team) {
  private static final long MEGABYTE = 1 << 20;
  private static final long MOST_MEGABYTES = 1_000;

  /**
   * Reads the settings from an environment. Throws {@link IllegalArgumentException} that names
   * every fault at once, a line for each, and no value that may be secret.
   */
  public static BotSettings of(Map<String, String> environment) {
    List<String> faults = new ArrayList<>();
    String token = required(environment, "SLACK_BOT_TOKEN", faults);
    if (AppSettings.areIn(environment)) {
      faults.add(
          "SLACK_CLIENT_ID and SLACK_CLIENT_SECRET are for several workspaces, and SLACK_BOT_TOKEN"
              + " for one: leave out the one or the others");
    }
    if (!token.isEmpty() && !token.matches("(xoxe\\.)?xoxb-.*")) {
      faults.add("SLACK_BOT_TOKEN is a bot token, which starts with xoxb-");
    }
    String secret = required(environment, "SLACK_SIGNING_SECRET", faults);
    URI api = api(environment, faults);
    long megabytes = megabytes(environment, faults);
    Allowance user =
        new Allowance(
            limit(environment, "RAGTIME_BUDGET_USER_QUESTIONS", faults),
            limit(environment, "RAGTIME_BUDGET_USER_TOKENS", faults));
    Allowance team =
        new Allowance(
            limit(environment, "RAGTIME_BUDGET_TEAM_QUESTIONS", faults),
            limit(environment, "RAGTIME_BUDGET_TEAM_TOKENS", faults));
    Duration lease = lease(environment, faults);
    Optional<String> experts = experts(environment, faults);
    Set<String> admins = admins(environment, faults);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", faults));
    }
    return new BotSettings(
        new SlackSettings(token, secret, api, megabytes * MEGABYTE, lease, experts, admins),
        user,
        team);
  }

  /** The daily budgets of these settings, with what was spent kept there. */
  public DailyBudget budget(Budgets spending, Clock clock) {
    return new DailyBudget(spending, user, team, clock);
  }

  private static long limit(Map<String, String> environment, String name, List<String> faults) {
    String value = environment.getOrDefault(name, "").strip();
    if (value.matches("\\d{0,12}")) {
      return value.isEmpty() ? 0 : Long.parseLong(value);
    }
    faults.add(name + " is a whole number; 0 or nothing is no limit");
    return 0;
  }

  private static String required(
      Map<String, String> environment, String name, List<String> faults) {
    String value = environment.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      faults.add(name + " is not set");
    }
    return value;
  }

  private static URI api(Map<String, String> environment, List<String> faults) {
    String value = environment.getOrDefault("SLACK_API_URL", "").strip();
    if (value.isEmpty()) {
      return SlackSettings.SLACK;
    }
    try {
      URI uri = new URI(value);
      boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (http && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    faults.add("SLACK_API_URL is the address of a Slack Web API, such as https://slack.com/api/");
    return SlackSettings.SLACK;
  }

  private static Duration lease(Map<String, String> environment, List<String> faults) {
    String value = environment.getOrDefault("RAGTIME_LEASE", "").strip();
    if (value.isEmpty()) {
      return SlackSettings.LEASE;
    }
    if (value.matches("[1-9]\\d{0,2}s")) {
      return Duration.ofSeconds(Long.parseLong(value.substring(0, value.length() - 1)));
    }
    faults.add("RAGTIME_LEASE is a time such as 150s");
    return SlackSettings.LEASE;
  }

  private static long megabytes(Map<String, String> environment, List<String> faults) {
    String value = environment.getOrDefault("RAGTIME_MAX_FILE_MB", "100").strip();
    if (value.matches("[1-9]\\d{0,3}") && Long.parseLong(value) <= MOST_MEGABYTES) {
      return Long.parseLong(value);
    }
    faults.add("RAGTIME_MAX_FILE_MB is a number of megabytes from 1 to " + MOST_MEGABYTES);
    return 1;
  }

  private static Set<String> admins(Map<String, String> environment, List<String> faults) {
    String value = environment.getOrDefault("RAGTIME_ADMINS", "").strip();
    if (value.isEmpty()) {
      return Set.of();
    }
    Set<String> ids = new TreeSet<>(List.of(value.split("[\\s,]+")));
    if (!ids.stream().allMatch(id -> id.matches("[UW][A-Z0-9]{2,40}"))) {
      faults.add("RAGTIME_ADMINS is a list of users' ids, such as U0123456789,U9876543210");
    }
    return ids;
  }

  private static Optional<String> experts(Map<String, String> environment, List<String> faults) {
    String value = environment.getOrDefault("RAGTIME_EXPERT_CHANNEL", "").strip();
    if (!value.isEmpty() && !value.matches("[CG][A-Z0-9]{2,40}")) {
      faults.add("RAGTIME_EXPERT_CHANNEL is the id of a channel, such as C0123456789");
    }
    return Optional.of(value).filter(id -> !id.isEmpty());
  }
}
