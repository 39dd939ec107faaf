package ragtime.aws;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Drops the date that S3 gives with each object: nobody reads it, and for the first one the SDK
 * loads the names of months and days, which takes a fiftieth of the worker's start.
 */
final class UndatedReplies implements ExecutionInterceptor {

  @Override
  public SdkHttpResponse modifyHttpResponse(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    return context.httpResponse().copy(reply -> reply.removeHeader("Last-Modified"));
  }
}
