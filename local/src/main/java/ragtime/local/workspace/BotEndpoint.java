package ragtime.local.workspace;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The way to the bot: its socket while one is open, else its request URL, signed. */
final class BotEndpoint implements AutoCloseable {
  static final String FORM = "application/x-www-form-urlencoded";
  static final String JSON = "application/json";

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private volatile Optional<URI> url;
  private final String signingSecret;
  private final WorkspaceOptions options;
  private final Clock clock;
  private final Duration timeout;
  private final SocketLine socket;

  BotEndpoint(WorkspaceOptions options, SocketLine socket) {
    this.socket = socket;
    this.options = options;
    this.url = options.botUrl();
    this.signingSecret = options.signingSecret();
    this.clock = options.clock();
    this.timeout = options.botTimeout();
  }

  void moveTo(URI newUrl) {
    url = Optional.of(newUrl);
  }

  boolean isKnown() {
    return url.isPresent() || socket.isOpen();
  }

  /** What became of a request. */
  sealed interface Outcome {
    /** The bot replied, with whatever status. */
    record Reply(int status, String contentType, String body, boolean noRetry) implements Outcome {
      boolean accepted() {
        return status >= 200 && status < 300;
      }
    }

    /** There was no reply; the reason is Slack's word for it. */
    record Failure(String reason) implements Outcome {}
  }

  Outcome post(String contentType, String said, Map<String, String> headers) {
    String body = options.own(said);
    if (socket.isOpen()) {
      return socket.send(contentType, body, headers);
    }
    Optional<URI> target = url;
    if (target.isEmpty()) {
      return new Outcome.Failure("connection_failed");
    }
    long timestamp = clock.instant().getEpochSecond();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.get())
            .timeout(timeout)
            .header("Content-Type", contentType)
            .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
            .header("X-Slack-Request-Timestamp", Long.toString(timestamp))
            .header("X-Slack-Signature", SlackSignature.of(signingSecret, timestamp, body))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Outcome.Reply(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body(),
          response.headers().firstValue("X-Slack-No-Retry").isPresent());
    } catch (HttpTimeoutException e) {
      return new Outcome.Failure("http_timeout");
    } catch (IOException e) {
      return new Outcome.Failure("connection_failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Failure("connection_failed");
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
