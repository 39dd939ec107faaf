package ragtime.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.job.JobQueueException;

/**
 * Slack's requests in, acknowledgements out, within Slack's three seconds: every piece of work is
 * handed to the queue, and Slack is called for none. A 5xx makes Slack send the event again, which
 * is right when the queue could not keep a job. Safe for use by many threads.
 */
public final class SlackFront {
  /** The largest body; Slack's own are far below. */
  public static final int MOST_BYTES = 1 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(SlackFront.class);
  private final App app;
  private final SlackRequestParser parser;
  private final RequestSignature signature;

  SlackFront(App app, RequestSignature signature) {
    this.app = app;
    this.parser = new SlackRequestParser(app.config());
    this.signature = signature;
  }

  /** A front for these settings; constructing it calls nobody. */
  static SlackFront of(App app, SlackSettings settings, Clock clock) {
    return new SlackFront(app, new RequestSignature(settings.signingSecret(), clock));
  }

  /** What to reply to a request. */
  public FrontResponse handle(FrontRequest request) {
    if (!request.method().equals("POST")) {
      return FrontResponse.of(405);
    }
    if (request.body().length > MOST_BYTES) {
      return FrontResponse.of(413);
    }
    if (!signature.verifies(request)) {
      return FrontResponse.of(401);
    }
    String body = new String(request.body(), StandardCharsets.UTF_8);
    if (!KnownRequest.is(body)) {
      return FrontResponse.of(200);
    }
    try {
      return run(request, body);
    } catch (JobQueueException e) {
      LOG.error("The queue did not take a job: {}", e.getMessage());
      return FrontResponse.of(503);
    } catch (Exception e) { // the last catcher: Bolt declares every exception
      LOG.error("A request failed: {}", e.getClass().getName());
      return FrontResponse.of(500);
    }
  }

  private FrontResponse run(FrontRequest request, String body) throws Exception {
    Request<?> parsed =
        parser.parse(
            SlackRequestParser.HttpRequest.builder()
                .requestUri(request.path())
                .queryString(Map.of())
                .requestBody(body)
                .headers(new RequestHeaders(request.headers()))
                .remoteAddress("")
                .build());
    if (parsed == null) {
      return FrontResponse.of(200);
    }
    Response response = app.run(parsed);
    Map<String, String> headers = new TreeMap<>();
    if (response.getContentType() != null) {
      headers.put("content-type", response.getContentType());
    }
    int status = response.getStatusCode() == null ? 200 : response.getStatusCode();
    // Bolt says 404 to what it has no listener for; Slack would send it again, or show an error.
    return new FrontResponse(
        status == 404 ? 200 : status,
        headers,
        status == 404 || response.getBody() == null ? "" : response.getBody());
  }
}
