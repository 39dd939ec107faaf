package ragtime.aws;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import ragtime.model.ModelException;
import ragtime.model.ModelException.Kind;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Turns what the SDK throws into our own words, in one place. */
final class BedrockErrors {

  private static final int LONGEST_MESSAGE = 300;

  private BedrockErrors() {}

  static ModelException translate(String model, Throwable failure) {
    var cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return switch (cause) {
      case ModelException already -> already;
      case AwsServiceException e -> ofService(model, e);
      case SdkClientException e when MissingSettings.in(e).isPresent() ->
          new ModelException(
              Kind.DENIED,
              "Bedrock cannot be asked: " + MissingSettings.in(e).orElseThrow(),
              null,
              e);
      default ->
          new ModelException(
              Kind.UNAVAILABLE,
              "Bedrock cannot be reached or broke off (" + model + ")",
              null,
              cause);
    };
  }

  private static ModelException ofService(String model, AwsServiceException e) {
    var code = e.awsErrorDetails() == null ? "" : String.valueOf(e.awsErrorDetails().errorCode());
    var said = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorMessage();
    var message =
        "Bedrock answered %d %s for %s: %s".formatted(e.statusCode(), code, model, brief(said));
    return new ModelException(kind(code, e.statusCode()), message, retryAfter(e).orElse(null), e);
  }

  static Kind kind(String code, int status) {
    return switch (code) {
      case "ThrottlingException", "TooManyRequestsException", "ServiceQuotaExceededException" ->
          Kind.THROTTLED;
      case "AccessDeniedException",
          "UnrecognizedClientException",
          "ExpiredTokenException",
          "InvalidSignatureException",
          "MissingAuthenticationTokenException" ->
          Kind.DENIED;
      case "ValidationException", "ResourceNotFoundException" -> Kind.INVALID;
      case "ModelTimeoutException",
          "ModelNotReadyException",
          "ModelErrorException",
          "ModelStreamErrorException",
          "ServiceUnavailableException",
          "InternalServerException" ->
          Kind.UNAVAILABLE;
      default -> kind(status);
    };
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 429 -> Kind.THROTTLED;
      case 401, 403 -> Kind.DENIED;
      case 408, 424 -> Kind.UNAVAILABLE;
      default -> status >= 400 && status < 500 ? Kind.INVALID : Kind.UNAVAILABLE;
    };
  }

  private static Optional<Duration> retryAfter(AwsServiceException e) {
    if (e.awsErrorDetails() == null || e.awsErrorDetails().sdkHttpResponse() == null) {
      return Optional.empty();
    }
    return e.awsErrorDetails()
        .sdkHttpResponse()
        .firstMatchingHeader("Retry-After")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }

  /** Bedrock's messages tell of models, permissions and lengths, and quote no text. */
  private static String brief(@Nullable String message) {
    var said = message == null ? "" : message;
    return said.substring(0, Math.min(said.length(), LONGEST_MESSAGE));
  }
}
