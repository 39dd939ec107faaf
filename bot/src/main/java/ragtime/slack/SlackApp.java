package ragtime.slack;

import java.net.URI;

/**
 * The Slack app that several workspaces install.
 *
 * @param clientId tells it from others
 * @param clientSecret what it proves itself with
 * @param signingSecret what Slack signs its requests with
 * @param api the root of the Web API, ending with a slash
 */
public record SlackApp(String clientId, String clientSecret, String signingSecret, URI api) {
  public SlackApp {
    if (clientId.isBlank() || clientSecret.isBlank() || signingSecret.isBlank()) {
      throw new IllegalArgumentException("An app has an id and two secrets");
    }
    if (!api.toString().endsWith("/")) {
      api = URI.create(api + "/");
    }
  }

  /** Holds no secret. */
  @Override
  public String toString() {
    return "SlackApp[clientId=" + clientId + ", api=" + api + "]";
  }
}
