package ragtime.slack;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How to reach a Slack workspace.
 *
 * @param botToken the bot's token
 * @param signingSecret what Slack signs its requests with
 * @param api the root of the Web API, ending with a slash
 * @param maxFileBytes the largest file taken in
 * @param lease how long a piece of work stays claimed if nobody is heard of it again
 * @param experts the channel of people who may know what no document says, if there is one
 */
public record SlackSettings(
    String botToken,
    String signingSecret,
    URI api,
    long maxFileBytes,
    Duration lease,
    Optional<String> experts) {
  /** Where Slack's own Web API is. */
  public static final URI SLACK = URI.create("https://slack.com/api/");

  /** How long work stays claimed, where nothing bounds it otherwise. */
  public static final Duration LEASE = Duration.ofMinutes(3);

  public SlackSettings {
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

  /** Settings with the usual lease, and no channel of experts. */
  public SlackSettings(String botToken, String signingSecret, URI api, long maxFileBytes) {
    this(botToken, signingSecret, api, maxFileBytes, LEASE, Optional.empty());
  }

  /** Holds no secret. */
  @Override
  public String toString() {
    return "SlackSettings[api=" + api + "]";
  }
}
