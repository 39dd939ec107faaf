package ragtime.index;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import ragtime.store.StoreException;

/**
 * Does something to many things, a few at a time, on threads of its own.
 *
 * @param count how many at a time
 */
record Lanes(int count) {

  /**
   * Does it to all of them, or throws what one of them threw when none is being worked on any more.
   */
  <T> void each(List<T> things, Consumer<T> work) {
    if (things.size() < 2) {
      things.forEach(work);
      return;
    }
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.min(count, things.size()), Thread.ofVirtual().name("index-", 0).factory())) {
      List<Future<?>> running = new ArrayList<>();
      things.forEach(thing -> running.add(threads.submit(() -> work.accept(thing))));
      try {
        for (Future<?> each : running) {
          each.get();
        }
      } finally {
        threads.shutdownNow();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(StoreException.Kind.UNAVAILABLE, "Interrupted", e);
    }
  }
}
