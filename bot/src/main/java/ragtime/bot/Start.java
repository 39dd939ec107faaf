package ragtime.bot;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Does parts of a start-up side by side. From a constructor only: a static initialiser would wait
 * for classes that the other threads cannot initialise before it is done.
 */
final class Start {

  private static final Executor THREADS =
      task -> Thread.ofPlatform().daemon().name("start").start(task);

  private Start() {}

  static CompletableFuture<Void> inParallel(Runnable part) {
    return CompletableFuture.runAsync(part, THREADS);
  }

  /** Waits for a part; throws what it threw. */
  static void await(CompletableFuture<Void> part) {
    try {
      part.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
