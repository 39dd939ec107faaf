package ragtime.model;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands the pieces of a reply from the threads that they arrive on to the one that waits for them,
 * in order. After its end or a failure nothing more comes.
 */
public final class Relay<T> {

  private sealed interface Item<T> {
    record Piece<T>(T value) implements Item<T> {}

    record End<T>() implements Item<T> {}

    record Failure<T>(ModelException reason) implements Item<T> {}
  }

  private final LinkedBlockingQueue<Item<T>> items = new LinkedBlockingQueue<>();

  /** Hands on a piece. */
  public void give(T piece) {
    items.add(new Item.Piece<>(piece));
  }

  /** Says that it was the last. */
  public void end() {
    items.add(new Item.End<>());
  }

  /** Says that there will be no more, and why. */
  public void fail(ModelException reason) {
    items.add(new Item.Failure<>(reason));
  }

  /**
   * The next piece, or nothing at the end. Throws the failure that was handed on, or {@link
   * ModelException.Kind#UNAVAILABLE} if nothing comes in time.
   */
  public Optional<T> next(Duration patience) {
    return switch (take(patience)) {
      case Item.Piece<T>(T value) -> Optional.of(value);
      case Item.End<T>() -> {
        end();
        yield Optional.empty();
      }
      case Item.Failure<T>(ModelException reason) -> {
        fail(reason);
        throw reason;
      }
    };
  }

  private Item<T> take(Duration patience) {
    try {
      var item = items.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
      return item == null
          ? new Item.Failure<>(unavailable("The model fell silent for too long", null))
          : item;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Item.Failure<>(unavailable("Interrupted while the model replied", e));
    }
  }

  private static ModelException unavailable(String message, @Nullable Throwable cause) {
    return new ModelException(ModelException.Kind.UNAVAILABLE, message, null, cause);
  }
}
