package ragtime.openai;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import ragtime.model.ModelException;
import ragtime.model.Relay;

/**
 * The reply to one request, line by line as it arrives, for one thread that waits neither longer
 * than the endpoint may be silent nor past the end of the time allowed.
 */
final class WireReply implements AutoCloseable {

  private static final long MOST_CHARACTERS = 64_000_000;

  private final Duration silence;
  private final Instant end;
  private final Clock clock;
  private final Relay<ResponseInfo> head = new Relay<>();
  private final Relay<String> lines = new Relay<>();
  private CompletableFuture<? extends HttpResponse<?>> sending = new CompletableFuture<>();
  private long characters;

  WireReply(Duration silence, Instant end, Clock clock) {
    this.silence = silence;
    this.end = end;
    this.clock = clock;
  }

  void begin(ResponseInfo info) {
    head.give(info);
  }

  void sentBy(CompletableFuture<? extends HttpResponse<?>> future) {
    sending = future;
    var unused =
        future.whenComplete(
            (done, failure) -> {
              if (failure != null) {
                var reason = unavailable("The model's endpoint cannot be reached", failure);
                head.fail(reason);
                lines.fail(reason);
              }
            });
  }

  /** Waits for the status and headers. */
  ResponseInfo head() {
    return head.next(patience()).orElseThrow();
  }

  /** Waits for the next line; nothing at the end of the body. */
  Optional<String> line() {
    var line = lines.next(patience());
    characters += line.map(String::length).orElse(0);
    if (characters > MOST_CHARACTERS) {
      throw unavailable("The model's endpoint does not stop sending", null);
    }
    return line;
  }

  /** Waits for the rest of the body. */
  String rest() {
    var body = new StringJoiner("\n");
    for (var line = line(); line.isPresent(); line = line()) {
      body.add(line.get());
    }
    return body.toString();
  }

  private Duration patience() {
    var left = Duration.between(clock.instant(), end);
    return left.compareTo(silence) < 0 ? left : silence;
  }

  Flow.Subscriber<String> lines() {
    return new Flow.Subscriber<>() {
      @Override
      public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
      }

      @Override
      public void onNext(String line) {
        lines.give(line);
      }

      @Override
      public void onError(Throwable failure) {
        lines.fail(unavailable("The model's endpoint broke off", failure));
      }

      @Override
      public void onComplete() {
        lines.end();
      }
    };
  }

  private static ModelException unavailable(String message, @Nullable Throwable cause) {
    return new ModelException(ModelException.Kind.UNAVAILABLE, message, null, cause);
  }

  /** Lets go of the connection, also in the midst of the reply. */
  @Override
  public void close() {
    sending.cancel(true);
  }
}
