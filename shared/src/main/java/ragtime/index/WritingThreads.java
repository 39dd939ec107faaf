package ragtime.index;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** As many threads as there are processors, the caller's among them. Used by one thread. */
final class WritingThreads implements AutoCloseable {
  private static final int OTHERS = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

  // When all are busy the caller does the work itself, and so does not run ahead of them.
  private final ThreadPoolExecutor others =
      new ThreadPoolExecutor(
          OTHERS,
          OTHERS,
          1,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(OTHERS),
          new ThreadPoolExecutor.CallerRunsPolicy());

  private final Queue<Future<?>> running = new ArrayDeque<>();

  /** Runs this now or soon; throws what something that was run before threw. */
  void run(Runnable work) {
    running.add(others.submit(work));
    while (!running.isEmpty() && running.element().isDone()) {
      result(running.remove());
    }
  }

  /** Returns when all is done; throws what the first to fail threw. */
  void await() {
    while (!running.isEmpty()) {
      result(running.remove());
    }
  }

  private static void result(Future<?> work) {
    try {
      work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted while writing");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    }
  }

  @Override
  public void close() {
    others.close();
  }
}
