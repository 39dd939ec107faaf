package ragtime.aws;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkHttpContentPublisher;
import software.amazon.awssdk.utils.async.InputStreamConsumingPublisher;

/**
 * Lets the SDK's asynchronous clients, the only ones that stream from Bedrock, run over a blocking
 * HTTP client: each call on a virtual thread of its own. It stands in for Netty; see
 * docs/adr/010-streaming-from-bedrock.md.
 */
final class BlockingStreams implements SdkAsyncHttpClient {

  private final SdkHttpClient blocking;

  BlockingStreams(SdkHttpClient blocking) {
    this.blocking = blocking;
  }

  @Override
  public String clientName() {
    return blocking.clientName();
  }

  @Override
  public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
    var done = new CompletableFuture<Void>();
    var unused =
        collect(request.requestContentPublisher())
            .whenComplete(
                (body, failure) -> {
                  if (failure != null) {
                    fail(request, done, failure);
                  } else {
                    Thread.ofVirtual().name("bedrock-call").start(() -> run(request, body, done));
                  }
                });
    return done;
  }

  private void run(AsyncExecuteRequest request, byte[] body, CompletableFuture<Void> done) {
    try {
      var call = prepare(request, body);
      abortWhenAbandoned(done, call);
      var response = call.call();
      request.responseHandler().onHeaders(response.httpResponse());
      var publisher = new InputStreamConsumingPublisher();
      request.responseHandler().onStream(publisher);
      try (var stream = response.responseBody().orElseGet(BlockingStreams::nothing)) {
        publisher.doBlockingWrite(stream);
      }
      done.complete(null);
    } catch (IOException | RuntimeException e) {
      fail(request, done, e);
    }
  }

  private ExecutableHttpRequest prepare(AsyncExecuteRequest request, byte[] body) {
    return blocking.prepareRequest(
        HttpExecuteRequest.builder()
            .request(request.request())
            .contentStreamProvider(() -> new ByteArrayInputStream(body))
            .build());
  }

  /**
   * The SDK cancels or fails the future when nobody waits for the call any more. Aborting may
   * itself wait for the read that it interrupts, so it does so elsewhere.
   */
  private static void abortWhenAbandoned(CompletableFuture<Void> done, ExecutableHttpRequest call) {
    var unused =
        done.whenComplete(
            (nothing, failure) -> {
              if (failure != null) {
                Thread.ofVirtual().name("bedrock-abort").start(call::abort);
              }
            });
  }

  private static void fail(
      AsyncExecuteRequest request, CompletableFuture<Void> done, Throwable failure) {
    request.responseHandler().onError(failure);
    done.completeExceptionally(failure);
  }

  private static AbortableInputStream nothing() {
    return AbortableInputStream.create(new ByteArrayInputStream(new byte[0]));
  }

  private static CompletableFuture<byte[]> collect(SdkHttpContentPublisher content) {
    var whole = new CompletableFuture<byte[]>();
    var bytes = new ByteArrayOutputStream();
    content.subscribe(
        new Subscriber<>() {
          @Override
          public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
          }

          @Override
          public void onNext(ByteBuffer part) {
            var copy = new byte[part.remaining()];
            part.get(copy);
            bytes.writeBytes(copy);
          }

          @Override
          public void onError(Throwable failure) {
            whole.completeExceptionally(failure);
          }

          @Override
          public void onComplete() {
            whole.complete(bytes.toByteArray());
          }
        });
    return whole;
  }

  @Override
  public void close() {
    blocking.close();
  }
}
