package ragtime.slack;

import java.net.URI;

/**
 * How to reach a Slack workspace.
 *
 * @param botToken the bot's token
 * @param signingSecret what Slack signs its requests with
 * @param api the root of the Web API, ending with a slash
 * @param maxFileBytes the largest file taken in
 */
public record SlackSettings(String botToken, String signingSecret, URI api, long maxFileBytes) {
  /** Where Slack's own Web API is. */
  public static final URI SLACK = URI.create("https://slack.com/api/");

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

  /** Holds no secret. */
  @Override
  public String toString() {
    return "SlackSettings[api=" + api + "]";
  }
}
