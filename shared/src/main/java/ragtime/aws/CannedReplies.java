package ragtime.aws;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/** What services of AWS answer when all is well, for rehearsals and training. */
public final class CannedReplies {

  private static final String JSON = "application/json";
  private static final int TITAN = 256;

  private CannedReplies() {}

  /**
   * A reply.
   *
   * @param type of its content
   */
  public record Reply(String type, byte[] body) {
    Reply(String type, String body) {
      this(type, body.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** What Bedrock says to a call, by its path: a short answer with a source, or a vector. */
  public static Reply model(String path) {
    if (path.endsWith("/converse-stream")) {
      return new Reply("application/vnd.amazon.eventstream", stream("It ", "is so [1]."));
    }
    return new Reply(
        JSON, "{\"embedding\":[" + String.join(",", Collections.nCopies(TITAN, "0.1")) + "]}");
  }

  /** What a bucket holds. */
  static Reply object() {
    return new Reply("application/octet-stream", "1");
  }

  /** What services that speak JSON answer when there is nothing to say. */
  static Reply nothing() {
    return new Reply("application/x-amz-json-1.0", "{}");
  }

  private static byte[] stream(String... pieces) {
    var all = new ByteArrayOutputStream();
    all.writeBytes(event("messageStart", "{\"role\":\"assistant\"}"));
    for (var piece : pieces) {
      all.writeBytes(
          event(
              "contentBlockDelta",
              "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"" + piece + "\"}}"));
    }
    all.writeBytes(event("contentBlockStop", "{\"contentBlockIndex\":0}"));
    all.writeBytes(event("messageStop", "{\"stopReason\":\"end_turn\"}"));
    all.writeBytes(
        event("metadata", "{\"usage\":{\"inputTokens\":1,\"outputTokens\":1,\"totalTokens\":2}}"));
    return all.toByteArray();
  }

  private static byte[] event(String type, String payload) {
    var headers =
        Map.of(
            ":message-type", HeaderValue.fromString("event"),
            ":event-type", HeaderValue.fromString(type),
            ":content-type", HeaderValue.fromString(JSON));
    var frame = new Message(headers, payload.getBytes(StandardCharsets.UTF_8)).toByteBuffer();
    var bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return bytes;
  }
}
