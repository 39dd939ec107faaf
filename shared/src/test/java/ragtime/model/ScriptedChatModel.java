package ragtime.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import ragtime.model.ModelException.Kind;

/** A ChatModel that does what it was told to, in memory. */
public final class ScriptedChatModel implements ChatModel {

  private final Function<ChatRequest, Behaviour> script;
  private final Attempts attempts;
  private final AtomicInteger asked = new AtomicInteger();

  /** Behaves as the function says to each request. */
  public ScriptedChatModel(Function<ChatRequest, Behaviour> script, Attempts attempts) {
    this.script = script;
    this.attempts = attempts;
  }

  /** Behaves like this in turn, and like the last for ever. */
  public static ScriptedChatModel of(List<Behaviour> behaviours, Attempts attempts) {
    var next = new AtomicInteger();
    return new ScriptedChatModel(
        request -> behaviours.get(Math.min(next.getAndIncrement(), behaviours.size() - 1)),
        attempts);
  }

  /** How often it was asked. */
  public int asked() {
    return asked.get();
  }

  @Override
  public String id() {
    return "scripted";
  }

  @Override
  public ChatReply reply(ChatRequest request, Consumer<String> onText) {
    var given = new AtomicBoolean();
    Consumer<String> noting =
        piece -> {
          given.set(true);
          onText.accept(piece);
        };
    return attempts.within(request.timeout(), () -> !given.get(), left -> once(request, noting));
  }

  private ChatReply once(ChatRequest request, Consumer<String> onText) {
    asked.incrementAndGet();
    return switch (script.apply(request)) {
      case Behaviour.Says(var pieces, var complete) -> {
        pieces.forEach(onText);
        yield new ChatReply(String.join("", pieces), complete, 10, pieces.size());
      }
      case Behaviour.SaysNothing() -> throw failure(Kind.UNAVAILABLE, Optional.empty());
      case Behaviour.ThinksTooLong(), Behaviour.Rejects() ->
          throw failure(Kind.INVALID, Optional.empty());
      case Behaviour.Throttles(var wait) -> throw failure(Kind.THROTTLED, Optional.of(wait));
      case Behaviour.Fails() -> throw failure(Kind.UNAVAILABLE, Optional.empty());
      case Behaviour.Denies() -> throw failure(Kind.DENIED, Optional.empty());
      case Behaviour.Declines() -> throw failure(Kind.REFUSED, Optional.empty());
      case Behaviour.BreaksOff(var pieces) -> throw after(pieces, onText);
      case Behaviour.ErrsInMidReply(var pieces) -> throw after(pieces, onText);
      case Behaviour.FallsSilent(var pieces) -> throw after(pieces, onText);
    };
  }

  private static ModelException after(List<String> pieces, Consumer<String> onText) {
    pieces.forEach(onText);
    return failure(Kind.UNAVAILABLE, Optional.empty());
  }

  private static ModelException failure(Kind kind, Optional<Duration> retryAfter) {
    return new ModelException(kind, "Scripted", retryAfter.orElse(null), null);
  }
}
