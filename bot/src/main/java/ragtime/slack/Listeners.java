package ragtime.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.job.JobQueueException;

/**
 * Brings a request, whichever way it came, to the Bolt app's listeners. Safe for use by many
 * threads.
 */
final class Listeners {
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final App app;
  private final SlackRequestParser parser;

  Listeners(App app) {
    this.app = app;
    this.parser = new SlackRequestParser(app.config());
  }

  /**
   * What to reply; a 5xx if the request is to be sent again.
   *
   * @param body the request's body; over Socket Mode, the envelope's payload
   */
  FrontResponse hear(
      String body, String path, Map<String, List<String>> headers, boolean socketMode) {
    if (!KnownRequest.is(body)) {
      return FrontResponse.of(200);
    }
    try {
      return run(
          SlackRequestParser.HttpRequest.builder()
              .socketMode(socketMode)
              .requestUri(path)
              .queryString(Map.of())
              .requestBody(body)
              .headers(new RequestHeaders(headers))
              .remoteAddress("")
              .build());
    } catch (JobQueueException e) {
      LOG.error("The queue did not take a job: {}", e.getMessage());
      return FrontResponse.of(503);
    } catch (Exception e) { // the last catcher: Bolt declares every exception
      LOG.error("A request failed: {}", e.getClass().getName());
      return FrontResponse.of(500);
    }
  }

  private FrontResponse run(SlackRequestParser.HttpRequest request) throws Exception {
    Request<?> parsed = parser.parse(request);
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
