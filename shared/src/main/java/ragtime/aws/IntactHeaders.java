package ragtime.aws;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Refuses replies that end in the midst of their headers, which the JDK's HTTP client takes for
 * complete, so that the SDK tries again.
 */
final class IntactHeaders implements ExecutionInterceptor {

  @Override
  public void afterUnmarshalling(
      Context.AfterUnmarshalling context, ExecutionAttributes attributes) {
    boolean intact =
        switch (context.response()) {
          case GetObjectResponse r -> isWhole(r.eTag()) && r.contentLength() != null;
          case HeadObjectResponse r -> isWhole(r.eTag()) && r.contentLength() != null;
          case PutObjectResponse r -> isWhole(r.eTag());
          case ListObjectsV2Response r -> r.isTruncated() != null;
          default -> true;
        };
    if (!intact) {
      throw RetryableException.create("S3's reply broke off in its headers");
    }
  }

  private static boolean isWhole(@Nullable String etag) {
    return Optional.ofNullable(etag)
        .filter(value -> !value.isEmpty())
        .filter(value -> value.startsWith("\"") == value.endsWith("\"") && !value.equals("\""))
        .isPresent();
  }
}
