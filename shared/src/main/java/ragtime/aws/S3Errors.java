package ragtime.aws;

import ragtime.store.StoreException;
import ragtime.store.StoreException.Kind;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns what the SDK throws into our own words, in one place. */
final class S3Errors {

  private S3Errors() {}

  static StoreException translate(S3Location place, SdkException failure) {
    if (failure instanceof AwsServiceException e) {
      var message =
          "S3 answered %d %s for %s%s".formatted(e.statusCode(), code(e), place, advice(e));
      return new StoreException(kind(code(e), e.statusCode()), message, e);
    }
    return MissingSettings.in(failure)
        .map(what -> new StoreException(Kind.DENIED, "S3 cannot be asked: " + what, failure))
        .orElseGet(
            () ->
                new StoreException(Kind.UNAVAILABLE, "S3 cannot be reached for " + place, failure));
  }

  static String code(AwsServiceException e) {
    return e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null
        ? ""
        : e.awsErrorDetails().errorCode();
  }

  static Kind kind(String code, int status) {
    return switch (code) {
      case "NoSuchBucket" -> Kind.MISSING;
      case "RequestTimeout",
          "SlowDown",
          "OperationAborted",
          "ConditionalRequestConflict",
          // what arrived of a body was not all of it
          "IncompleteBody",
          "BadDigest",
          "XAmzContentSHA256Mismatch",
          "XAmzContentChecksumMismatch" ->
          Kind.UNAVAILABLE;
      default ->
          status >= 500 || status == 408 || status == 429 || brokeOff(code, status)
              ? Kind.UNAVAILABLE
              : Kind.DENIED;
    };
  }

  /** Whether S3 says that something is not there, and the line broke before it said what. */
  private static boolean brokeOff(String code, int status) {
    return status == 404 && code.isEmpty();
  }

  private static String advice(AwsServiceException e) {
    return switch (e.statusCode()) {
      case 301 -> ": the bucket is in another region; set AWS_REGION to its own";
      case 403 -> ": the credentials in use may not do this";
      default -> "";
    };
  }
}
