package ragtime.aws;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How Bedrock is asked, beside the question.
 *
 * @param temperature the model's own if empty
 * @param guardrail applied to question and reply, if there is one
 * @param cachePrompt whether the standing instructions are marked for Bedrock's prompt cache, which
 *     some models do not take
 */
public record ChatOptions(
    OptionalDouble temperature, Optional<Guardrail> guardrail, boolean cachePrompt) {

  /** A guardrail by its id or ARN, in one version. */
  public record Guardrail(String id, String version) {
    public Guardrail {
      if (id.isBlank() || version.isBlank()) {
        throw new IllegalArgumentException("A guardrail has an id and a version");
      }
    }
  }

  /** The model's own temperature, no guardrail, no cache. */
  public static ChatOptions plain() {
    return new ChatOptions(OptionalDouble.empty(), Optional.empty(), false);
  }
}
