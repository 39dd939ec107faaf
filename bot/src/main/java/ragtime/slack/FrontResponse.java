package ragtime.slack;

import java.util.Map;

/**
 * What to reply to an HTTP request.
 *
 * @param status the status code
 * @param headers the headers
 * @param body the body, empty if there is nothing to say
 */
public record FrontResponse(int status, Map<String, String> headers, String body) {
  public FrontResponse {
    headers = Map.copyOf(headers);
  }

  static FrontResponse of(int status) {
    return new FrontResponse(status, Map.of(), "");
  }
}
