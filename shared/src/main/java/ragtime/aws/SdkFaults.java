package ragtime.aws;

import java.util.concurrent.CompletionException;
import ragtime.aws.DeploymentException.Kind;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns what AWS answers to a look at a deployment into our own words. */
final class SdkFaults {

  private SdkFaults() {}

  static DeploymentException translate(String what, RuntimeException failure) {
    var cause =
        failure instanceof CompletionException && failure.getCause() instanceof RuntimeException e
            ? e
            : failure;
    return switch (cause) {
      case AwsServiceException e when code(e).matches(".*(NonExistent|NotFound|DoesNotExist).*") ->
          of(what, 404);
      case AwsServiceException e -> of(what, e.statusCode());
      case SdkException e when MissingSettings.in(e).isPresent() ->
          new DeploymentException(Kind.DENIED, MissingSettings.in(e).orElseThrow(), e);
      default ->
          new DeploymentException(
              Kind.UNAVAILABLE, what + " cannot be looked at: AWS does not answer", cause);
    };
  }

  static String code(AwsServiceException e) {
    return e.awsErrorDetails() == null ? "" : String.valueOf(e.awsErrorDetails().errorCode());
  }

  static DeploymentException of(String what, int status) {
    return switch (status) {
      case 400, 401, 403 ->
          new DeploymentException(
              Kind.DENIED, what + " may not be looked at (AWS answered " + status + ")", null);
      case 404 -> new DeploymentException(Kind.MISSING, "there is no " + what, null);
      default ->
          new DeploymentException(
              Kind.UNAVAILABLE, what + " cannot be looked at (AWS answered " + status + ")", null);
    };
  }
}
