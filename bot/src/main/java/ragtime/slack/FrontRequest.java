package ragtime.slack;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP request as it came in, from whatever serves HTTP.
 *
 * @param method the method, such as {@code POST}
 * @param path the path
 * @param query what follows it behind a question mark, as it came; empty if nothing does
 * @param headers the headers; their names may be in any case
 * @param body the bytes of the body, just as they were sent: the signature is over them
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record FrontRequest(
    String method, String path, String query, Map<String, List<String>> headers, byte[] body) {

  /** A request without a query. */
  public FrontRequest(String method, String path, Map<String, List<String>> headers, byte[] body) {
    this(method, path, "", headers, body);
  }

  public FrontRequest {
    Map<String, List<String>> copy = new TreeMap<>();
    headers.forEach((name, values) -> copy.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    headers = Map.copyOf(copy);
  }

  /** The fields of the query. */
  Map<String, String> fields() {
    return FormFields.of(query);
  }

  /** The value of a cookie. */
  Optional<String> cookie(String name) {
    return headers.getOrDefault("cookie", List.of()).stream()
        .flatMap(line -> Arrays.stream(line.split(";")))
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1))
        .findFirst();
  }

  /** The first value of a header. */
  Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }
}
