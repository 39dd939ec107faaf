package ragtime.bot;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does parts of a start-up side by side. From a constructor only: a static initialiser would wait
 * for classes that the other threads cannot initialise before it is done.
 */
final class Start {

  private static final Executor THREADS =
      task -> Thread.ofPlatform().daemon().name("start").start(task);

  private static final Logger LOG = LoggerFactory.getLogger(Start.class);

  private Start() {}

  static CompletableFuture<Void> inParallel(Runnable part) {
    return CompletableFuture.runAsync(part, THREADS);
  }

  /**
   * Does something for practice before a snapshot is made. Whatever comes of it, there is to be a
   * snapshot: without one the function could not be deployed.
   */
  static void rehearse(String part, Runnable rehearsal) {
    try {
      rehearsal.run();
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("The rehearsal of the {} broke off: {}", part, Faults.trace(e));
    }
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
