package ragtime.indexer;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Events of a bucket as S3 and EventBridge write them. */
final class EventTexts {
  private EventTexts() {}

  /** Straight from S3, such as {@code ObjectCreated:Put}. */
  static String direct(String name, String key) {
    String encoded = URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
    return """
    {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"eu-west-1",
    "eventTime":"2026-01-01T00:00:00.000Z","eventName":"%s",
    "s3":{"s3SchemaVersion":"1.0","bucket":{"name":"b","arn":"arn:aws:s3:::b"},
    "object":{"key":"%s","sequencer":"0055AED6DCD90281E5"}}}]}"""
        .formatted(name, encoded);
  }

  /** By way of EventBridge, such as {@code Object Created}. */
  static String bridged(String type, String key) {
    JsonObject event =
        JsonParser.parseString(
                """
                {"version":"0","id":"17793124","detail-type":"%s","source":"aws.s3",
                "time":"2026-01-01T00:00:00Z","detail":{"version":"0","bucket":{"name":"b"},
                "object":{"etag":"b1946ac92492d2347c6235b4d2611184"},"reason":"PutObject"}}"""
                    .formatted(type))
            .getAsJsonObject();
    event.getAsJsonObject("detail").getAsJsonObject("object").addProperty("key", key);
    return event.toString();
  }

  /** What S3 sends when it is told where to send events. */
  static String test() {
    return """
    {"Service":"Amazon S3","Event":"s3:TestEvent","Time":"2026-01-01T00:00:00.000Z","Bucket":"b"}""";
  }
}
