package ragtime.slack;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Requests as Slack signs them. */
final class Signed {
  static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private final RequestSignature signature;
  private final Clock clock;

  Signed(String secret, Clock clock) {
    this.signature = new RequestSignature(secret, clock);
    this.clock = clock;
  }

  FrontRequest json(String body) {
    return request(body, "application/json");
  }

  FrontRequest form(Map<String, String> fields) {
    return request(
        new TreeMap<>(fields)
            .entrySet().stream()
                .map(
                    field ->
                        field.getKey()
                            + "="
                            + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")),
        "application/x-www-form-urlencoded");
  }

  private FrontRequest request(String body, String type) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    return new FrontRequest(
        "POST",
        "/slack/events",
        Map.of(
            "Content-Type", List.of(type),
            "X-Slack-Request-Timestamp", List.of(timestamp),
            "X-Slack-Signature", List.of(signature.sign(timestamp, bytes))),
        bytes);
  }

  FrontRequest event(String id, String event) {
    return json(
        """
        {"token":"t","team_id":"T1","api_app_id":"A1","type":"event_callback","event_id":"%s",
         "event_time":1700000000,
         "authorizations":[{"enterprise_id":null,"team_id":"T1","user_id":"UBOT","is_bot":true}],
         "event":%s}"""
            .formatted(id, event));
  }
}
