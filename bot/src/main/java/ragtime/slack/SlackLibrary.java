package ragtime.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import java.net.URI;

/** Makes Slack's client the way the bot wants it. */
final class SlackLibrary {
  private static final int TIMEOUT_MILLIS = 30_000;

  private SlackLibrary() {}

  /** A client of this workspace; the caller closes it. */
  static Slack client(SlackSettings settings) {
    return client(settings.api());
  }

  /** A client of the Web API at this root, which ends with a slash; the caller closes it. */
  static Slack client(URI api) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(api.toString());
    // Else the first call of every token asks auth.test, to keep statistics that nobody reads.
    config.setStatsEnabled(false);
    config.setHttpClientReadTimeoutMillis(TIMEOUT_MILLIS);
    config.setHttpClientCallTimeoutMillis(2 * TIMEOUT_MILLIS);
    // The library takes a proxy from the environment, for this machine's own addresses too.
    if (isHere(api)) {
      config.setProxyUrl(null);
    }
    return Slack.getInstance(config, SlackHttpClient.buildSlackHttpClient(config));
  }

  private static boolean isHere(URI api) {
    String host = api.getHost();
    return "localhost".equals(host) || "127.0.0.1".equals(host) || "[::1]".equals(host);
  }
}
