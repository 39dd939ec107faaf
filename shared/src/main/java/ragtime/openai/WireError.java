package ragtime.openai;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ragtime.model.ModelException;
import ragtime.model.ModelException.Kind;

/**
 * What an endpoint says when it does not reply.
 *
 * @param status the HTTP status; 200 if the error came within a reply
 * @param code its code or type, or nothing
 * @param message its text, which may hold what was asked and is shown only where it cannot
 */
record WireError(int status, String code, String message) {

  private static final Gson GSON = new Gson();
  private static final int LONGEST_MESSAGE = 200;

  static WireError of(int status, String body) {
    try {
      var json = GSON.fromJson(body, JsonElement.class);
      return json == null ? new WireError(status, "", body) : of(status, json);
    } catch (JsonParseException e) {
      return new WireError(status, "", body);
    }
  }

  /**
   * Reads {@code {"error":{"code","type","message"}}}, {@code {"error":"…"}} and the bare object.
   */
  static WireError of(int status, JsonElement json) {
    if (!(json instanceof JsonObject object)) {
      return new WireError(status, "", json.isJsonPrimitive() ? json.getAsString() : "");
    }
    if (object.get("error") instanceof JsonElement inner && !inner.isJsonNull()) {
      return of(status, inner);
    }
    var code = text(object, "code");
    return new WireError(
        status, code.isEmpty() ? text(object, "type") : code, text(object, "message"));
  }

  /** If the error came in the midst of a reply, its status is in its code, if anywhere. */
  ModelException inReply() {
    return new WireError(code.matches("[45]\\d\\d") ? Integer.parseInt(code) : 500, code, message)
        .asException(null);
  }

  ModelException asException(@Nullable Duration retryAfter) {
    return new ModelException(kind(), "The model's endpoint " + description(), retryAfter, null);
  }

  private Kind kind() {
    var word = code.toLowerCase(Locale.ROOT);
    if (word.contains("content_filter") || word.contains("content_policy")) {
      return Kind.REFUSED;
    }
    return switch (status) {
      case 429 -> word.contains("insufficient_quota") ? Kind.DENIED : Kind.THROTTLED;
      case 401, 402, 403 -> Kind.DENIED;
      case 408, 409, 425 -> Kind.UNAVAILABLE;
      default -> status >= 500 ? Kind.UNAVAILABLE : Kind.INVALID;
    };
  }

  /**
   * A message of a 404 names the model or the path; those of other errors may quote the request.
   */
  private String description() {
    var said = "answered " + status + (code.isEmpty() ? "" : " (" + code + ")");
    if (status != 404 || message.isBlank()) {
      return said;
    }
    return said + ": " + message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
  }

  /** Reads {@code retry-after-ms} and {@code Retry-After}, in seconds or as a date. */
  static Optional<Duration> retryAfter(HttpHeaders headers, Clock clock) {
    return headers
        .firstValue("retry-after-ms")
        .flatMap(WireError::number)
        .map(millis -> Duration.ofMillis(Math.round(millis)))
        .or(() -> headers.firstValue("retry-after").flatMap(value -> wait(value, clock)));
  }

  private static Optional<Duration> wait(String value, Clock clock) {
    var seconds = number(value);
    if (seconds.isPresent()) {
      return seconds.map(s -> Duration.ofMillis(Math.round(s * 1000)));
    }
    try {
      var date = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
      var wait = Duration.between(clock.instant(), date.toInstant());
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<Double> number(String value) {
    var digits = value.strip();
    return digits.matches("\\d{1,9}(\\.\\d{1,9})?")
        ? Optional.of(Double.parseDouble(digits))
        : Optional.empty();
  }

  private static String text(JsonObject object, String name) {
    var value = object.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }
}
