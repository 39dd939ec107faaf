package ragtime.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import ragtime.model.Attempts;
import ragtime.model.ChatModel;
import ragtime.model.ChatReply;
import ragtime.model.ChatRequest;
import ragtime.model.ModelException;
import ragtime.model.Relay;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/**
 * Any chat model that Bedrock's Converse offers, by model id, inference profile or ARN.
 *
 * <p>Replies are streamed where the model can. A failed call is made again only while nothing of
 * its reply has been given away.
 */
public final class BedrockChatModel implements ChatModel {

  private final BedrockRuntimeAsyncClient client;
  private final String model;
  private final ConverseRequests requests;
  private final Duration silence;
  private final Clock clock;
  private final Attempts attempts;
  private volatile boolean streams = true;

  BedrockChatModel(
      BedrockRuntimeAsyncClient client,
      String model,
      ChatOptions options,
      Duration silence,
      Clock clock,
      Attempts attempts) {
    this.client = client;
    this.model = model;
    this.requests = new ConverseRequests(model, options);
    this.silence = silence;
    this.clock = clock;
    this.attempts = attempts;
  }

  @Override
  public String id() {
    return model;
  }

  @Override
  public ChatReply reply(ChatRequest request, Consumer<String> onText) {
    var given = new AtomicBoolean();
    Consumer<String> noting =
        piece -> {
          given.set(true);
          onText.accept(piece);
        };
    return attempts.within(
        request.timeout(), () -> !given.get(), left -> attempt(request, left, noting));
  }

  private ChatReply attempt(ChatRequest request, Duration left, Consumer<String> onText) {
    var end = clock.instant().plus(left);
    if (streams) {
      try {
        return streamed(request, end, onText);
      } catch (ModelException e) {
        if (!isAboutStreaming(e)) {
          throw e;
        }
        streams = false;
      }
    }
    return whole(request, end, onText);
  }

  /** Bedrock: "The model is unsupported for streaming" and the like. */
  private static boolean isAboutStreaming(ModelException e) {
    return e.kind() == ModelException.Kind.INVALID
        && String.valueOf(e.getMessage()).contains("stream");
  }

  private ChatReply streamed(ChatRequest request, Instant end, Consumer<String> onText) {
    var events = new Relay<ConverseStreamOutput>();
    var handler =
        ConverseStreamResponseHandler.builder()
            .subscriber((ConverseStreamOutput event) -> events.give(event))
            .build();
    var call = client.converseStream(requests.streamed(request), handler);
    relay(call, events);
    try {
      var reply = new ConverseReply(onText);
      for (var event = events.next(patience(end));
          event.isPresent();
          event = events.next(patience(end))) {
        reply.add(event.get());
      }
      return reply.reply();
    } finally {
      call.cancel(true);
    }
  }

  private ChatReply whole(ChatRequest request, Instant end, Consumer<String> onText) {
    var responses = new Relay<ConverseResponse>();
    var call = client.converse(requests.whole(request));
    relay(call.thenAccept(responses::give), responses);
    try {
      var reply = new ConverseReply(onText);
      reply.add(responses.next(patience(end)).orElseThrow());
      return reply.reply();
    } finally {
      call.cancel(true);
    }
  }

  private <T> void relay(CompletableFuture<Void> call, Relay<T> events) {
    var unused =
        call.whenComplete(
            (done, failure) -> {
              if (failure == null) {
                events.end();
              } else {
                events.fail(BedrockErrors.translate(model, failure));
              }
            });
  }

  private Duration patience(Instant end) {
    var left = Duration.between(clock.instant(), end);
    return left.compareTo(silence) < 0 ? left : silence;
  }
}
