package ragtime.openai;

import java.time.Clock;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import ragtime.model.Attempts;
import ragtime.model.ChatModel;
import ragtime.model.ChatReply;
import ragtime.model.ChatRequest;

/**
 * A chat model behind {@code POST {base}/chat/completions}.
 *
 * <p>Replies are streamed where the endpoint can. A failed call is made again only while nothing of
 * its reply has been given away.
 */
public final class OpenAiChatModel implements ChatModel, AutoCloseable {

  private static final String EVENT_STREAM = "text/event-stream";

  private final OpenAiEndpoint endpoint;
  private final OptionalDouble temperature;
  private final Clock clock;
  private final Attempts attempts;
  private volatile ChatDialect dialect = ChatDialect.usual();

  /** A model that is asked with these settings, at this temperature or the model's own. */
  public OpenAiChatModel(
      OpenAiSettings settings, OptionalDouble temperature, Clock clock, Attempts attempts) {
    this.endpoint = new OpenAiEndpoint(settings, clock);
    this.temperature = temperature;
    this.clock = clock;
    this.attempts = attempts;
  }

  @Override
  public String id() {
    return endpoint.settings().model();
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
    while (true) {
      var asked = dialect;
      var body = asked.body(id(), request, temperature);
      try (var wire =
          endpoint.call("chat/completions", body, Duration.between(clock.instant(), end))) {
        var head = wire.head();
        if (head.statusCode() == 200) {
          boolean streamed =
              head.headers().firstValue("content-type").orElse("").startsWith(EVENT_STREAM);
          return streamed ? streamed(wire, onText) : whole(wire, onText);
        }
        var refusal = wire.rest();
        var other = asked.after(refusal);
        boolean malformed = head.statusCode() == 400 || head.statusCode() == 422;
        if (!malformed || other.isEmpty()) {
          throw endpoint.refusal(head, refusal);
        }
        dialect = other.get();
      }
    }
  }

  private static ChatReply streamed(WireReply wire, Consumer<String> onText) {
    var reply = new ReplyInProgress(onText);
    for (var line = wire.line(); line.isPresent(); line = wire.line()) {
      var data = ServerSentEvents.data(line.get());
      if (data.equals("[DONE]")) {
        reply.done();
        break;
      }
      if (!data.isBlank()) {
        reply.add(ChatChunk.parse(data));
      }
    }
    return reply.reply();
  }

  private static ChatReply whole(WireReply wire, Consumer<String> onText) {
    var reply = new ReplyInProgress(onText);
    reply.add(ChatChunk.parse(wire.rest()));
    reply.done();
    return reply.reply();
  }

  @Override
  public void close() {
    endpoint.close();
  }
}
