package ragtime.bot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ragtime.slack.FrontRequest;
import ragtime.slack.FrontResponse;
import ragtime.slack.SlackFront;

/**
 * Requests and replies as Lambda and API Gateway write them: the HTTP API's payload format 2.0,
 * which function URLs share, and 1.0 with its headers of several values.
 */
final class HttpApi {

  /** Base64 makes a body a third longer, escapes make it more; the rest of an event is small. */
  private static final int MOST_BYTES = 3 * SlackFront.MOST_BYTES;

  private HttpApi() {}

  /** What an event asks. */
  sealed interface Read {
    /** A request. */
    record Request(FrontRequest request) implements Read {}

    /** None that anybody should take. */
    record Refused(int status) implements Read {}
  }

  static Read read(InputStream event) throws IOException {
    byte[] bytes = event.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      return new Read.Refused(413);
    }
    try {
      JsonObject json =
          JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8)).getAsJsonObject();
      return new Read.Request(request(json));
    } catch (RuntimeException e) { // whatever JSON it is, it is no request
      return new Read.Refused(400);
    }
  }

  private static FrontRequest request(JsonObject json) {
    JsonObject context = json.getAsJsonObject("requestContext");
    boolean second = context.has("http");
    String method =
        second
            ? context.getAsJsonObject("http").get("method").getAsString()
            : json.get("httpMethod").getAsString();
    String path = json.get(second ? "rawPath" : "path").getAsString();
    return new FrontRequest(method, path, query(json), headers(json), body(json));
  }

  /** As it came, in format 2.0; put together again, in 1.0. */
  private static String query(JsonObject json) {
    if (json.get("rawQueryString") instanceof JsonPrimitive raw) {
      return raw.getAsString();
    }
    return json.get("queryStringParameters") instanceof JsonObject single
        ? single.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue().getAsString()))
            .collect(Collectors.joining("&"))
        : "";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Map<String, List<String>> headers(JsonObject json) {
    Map<String, List<String>> headers = new HashMap<>();
    if (json.get("headers") instanceof JsonObject single) {
      single.asMap().forEach((name, value) -> headers.put(name, List.of(value.getAsString())));
    }
    if (json.get("multiValueHeaders") instanceof JsonObject several) {
      several.asMap().forEach((name, values) -> headers.put(name, strings(values)));
    }
    if (json.get("cookies") instanceof JsonArray cookies) { // format 2.0 has them apart
      headers.put("cookie", strings(cookies));
    }
    return headers;
  }

  private static List<String> strings(JsonElement values) {
    List<String> all = new ArrayList<>();
    for (JsonElement value : (JsonArray) values) {
      all.add(value.getAsString());
    }
    return all;
  }

  private static byte[] body(JsonObject json) {
    JsonElement body = json.get("body");
    if (body == null || body.isJsonNull()) {
      return new byte[0];
    }
    boolean encoded = json.has("isBase64Encoded") && json.get("isBase64Encoded").getAsBoolean();
    return encoded
        ? Base64.getDecoder().decode(body.getAsString())
        : body.getAsString().getBytes(StandardCharsets.UTF_8);
  }

  /** The event that a request makes, in payload format 2.0. */
  static String event(FrontRequest request) {
    JsonObject headers = new JsonObject();
    request.headers().forEach((name, values) -> headers.addProperty(name, values.getFirst()));
    JsonObject http = new JsonObject();
    http.addProperty("method", request.method());
    JsonObject context = new JsonObject();
    context.add("http", http);
    JsonObject event = new JsonObject();
    event.addProperty("rawPath", request.path());
    event.addProperty("rawQueryString", request.query());
    event.add("headers", headers);
    event.add("requestContext", context);
    event.addProperty("body", Base64.getEncoder().encodeToString(request.body()));
    event.addProperty("isBase64Encoded", true);
    return event.toString();
  }

  static byte[] write(FrontResponse response) {
    JsonObject headers = new JsonObject();
    response.headers().forEach(headers::addProperty);
    JsonObject json = new JsonObject();
    json.addProperty("statusCode", response.status());
    json.add("headers", headers);
    json.addProperty("body", response.body());
    json.addProperty("isBase64Encoded", false);
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
