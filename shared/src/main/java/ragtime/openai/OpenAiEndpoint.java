package ragtime.openai;

import com.google.gson.JsonElement;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import ragtime.model.ModelException;

/** Sends requests to one endpoint. Safe for use by many threads. */
final class OpenAiEndpoint implements AutoCloseable {

  private final OpenAiSettings settings;
  private final Clock clock;

  // HTTP/1.1, because servers on uvicorn stumble over the offer to upgrade to HTTP/2.
  private final HttpClient client;

  OpenAiEndpoint(OpenAiSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.timeout())
            .build();
  }

  OpenAiSettings settings() {
    return settings;
  }

  /** Opens the reply to a call that may take so long in all; the caller closes it. */
  WireReply call(String name, JsonElement body, Duration left) {
    var request =
        HttpRequest.newBuilder(settings.call(name))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(BodyPublishers.ofString(body.toString()));
    settings.apiKey().ifPresent(key -> request.header("Authorization", "Bearer " + key));
    var reply = new WireReply(settings.timeout(), clock.instant().plus(left), clock);
    var lines = reply.lines();
    var sending =
        client.sendAsync(
            request.build(),
            head -> {
              reply.begin(head);
              return BodySubscribers.fromLineSubscriber(
                  lines, subscriber -> true, StandardCharsets.UTF_8, null);
            });
    reply.sentBy(sending);
    return reply;
  }

  /** The whole body of the reply to a call; throws if the endpoint refused it. */
  String ask(String name, JsonElement body, Duration left) {
    try (var wire = call(name, body, left)) {
      var head = wire.head();
      var said = wire.rest();
      if (head.statusCode() != 200) {
        throw refusal(head, said);
      }
      return said;
    }
  }

  /** What a reply other than 200 means. */
  ModelException refusal(ResponseInfo head, String said) {
    var retryAfter = WireError.retryAfter(head.headers(), clock).orElse(null);
    return WireError.of(head.statusCode(), said).asException(retryAfter);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
