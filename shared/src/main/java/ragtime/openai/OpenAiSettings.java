package ragtime.openai;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a model is and what it is called there.
 *
 * @param base the root of the API, such as {@code http://localhost:11434/v1}
 * @param apiKey sent as a bearer token, if there is one
 * @param model the model's name
 * @param timeout how long the endpoint may be silent: to connect, before its first sign of life,
 *     and between two pieces of a reply
 */
public record OpenAiSettings(URI base, Optional<String> apiKey, String model, Duration timeout) {
  public OpenAiSettings {
    var scheme = base.getScheme();
    if (!"http".equals(scheme) && !"https".equals(scheme) || base.getHost() == null) {
      throw new IllegalArgumentException("Not the http or https URL of a host: " + base);
    }
    if (model.isBlank()) {
      throw new IllegalArgumentException("A model has a name");
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("A timeout is longer than nothing");
    }
  }

  /** The address of one of the API's calls, such as {@code chat/completions}. */
  URI call(String name) {
    var root = base.toString();
    return URI.create(root.endsWith("/") ? root + name : root + "/" + name);
  }

  /** All but the key. */
  @Override
  public String toString() {
    return "OpenAiSettings[base=%s, model=%s, timeout=%s]".formatted(base, model, timeout);
  }
}
