package ragtime.model;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A chat model with another that is asked when the first cannot be: throttled, out of order, out of
 * reach or not allowed. What a model declined is not asked again.
 *
 * <p>The first has three fifths of the time, so that there is some left for the second. If the
 * first breaks off after pieces of its reply were given away, none of the second's are: its reply
 * as a whole is what counts.
 */
public final class FallbackChatModel implements ChatModel {

  private static final int PARTS = 5;
  private static final int FIRST = 3;

  private final ChatModel first;
  private final ChatModel second;
  private final Clock clock;

  /** The first, and what is asked in its stead. */
  public FallbackChatModel(ChatModel first, ChatModel second, Clock clock) {
    this.first = first;
    this.second = second;
    this.clock = clock;
  }

  @Override
  public String id() {
    return first.id();
  }

  @Override
  public ChatReply reply(ChatRequest request, Consumer<String> onText) {
    var end = clock.instant().plus(request.timeout());
    var given = new AtomicBoolean();
    try {
      var part = request.timeout().multipliedBy(FIRST).dividedBy(PARTS);
      return first.reply(
          request.within(part),
          piece -> {
            given.set(true);
            onText.accept(piece);
          });
    } catch (ModelException e) {
      var left = Duration.between(clock.instant(), end);
      if (e.kind() == ModelException.Kind.REFUSED || !left.isPositive()) {
        throw e;
      }
      return second(request.within(left), given.get() ? piece -> {} : onText, e);
    }
  }

  private ChatReply second(ChatRequest request, Consumer<String> onText, ModelException why) {
    try {
      return second.reply(request, onText).by(second.id());
    } catch (ModelException e) {
      e.addSuppressed(why);
      throw e;
    }
  }
}
