package ragtime.slack;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How to reach a Slack workspace.
 *
 * @param botToken the bot's token
 * @param signingSecret what Slack signs its requests with
 * @param api the root of the Web API, ending with a slash
 * @param maxFileBytes the largest file taken in
 * @param lease how long a piece of work stays claimed if nobody is heard of it again
 * @param experts the channel of people who may know what no document says, if there is one
 * @param admins the users who look after the bot, besides the workspace's own admins
 */
public record SlackSettings(
    String botToken,
    String signingSecret,
    URI api,
    long maxFileBytes,
    Duration lease,
    Optional<String> experts,
    Set<String> admins) {
  /** Where Slack's own Web API is. */
  public static final URI SLACK = URI.create("https://slack.com/api/");

  /** How long work stays claimed, where nothing bounds it otherwise. */
  public static final Duration LEASE = Duration.ofMinutes(3);

  public SlackSettings {
    admins = Set.copyOf(admins);
    if (botToken.isBlank()) {
      throw new IllegalArgumentException("The bot has a token");
    }
    if (signingSecret.isBlank()) {
      // Bolt would verify with a literal that anybody can look up.
      throw new IllegalArgumentException("The signing secret is not blank");
    }
    if (!api.toString().endsWith("/")) {
      api = URI.create(api + "/");
    }
  }

  /** Settings with the usual lease, no channel of experts, and no more admins. */
  public SlackSettings(String botToken, String signingSecret, URI api, long maxFileBytes) {
    this(botToken, signingSecret, api, maxFileBytes, LEASE, Optional.empty(), Set.of());
  }

  /** Holds no secret. */
  @Override
  public String toString() {
    return "SlackSettings[api=" + api + "]";
  }
}
