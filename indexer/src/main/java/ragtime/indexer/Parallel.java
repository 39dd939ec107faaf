package ragtime.indexer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Calls that wait for a store or a queue, several at a time. */
final class Parallel {
  private static final int AT_ONCE = 16;

  private Parallel() {}

  /**
   * What each call gives, in the order of their arguments. Throws what the first to fail throws.
   */
  static <A, B> List<B> map(Collection<A> arguments, Function<A, B> call) {
    List<B> results = new ArrayList<>(arguments.size());
    forEach(arguments, call, results::add);
    return results;
  }

  /**
   * Takes what each call gives, in the order of their arguments and in this thread, while a few
   * further calls are under way. Throws what the first to fail throws.
   */
  static <A, B> void forEach(Collection<A> arguments, Function<A, B> call, Consumer<B> then) {
    if (arguments.size() == 1) {
      then.accept(call.apply(arguments.iterator().next()));
      return;
    }
    Iterator<A> left = arguments.iterator();
    Queue<Future<B>> running = new ArrayDeque<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        while (left.hasNext() || !running.isEmpty()) {
          while (left.hasNext() && running.size() < AT_ONCE) {
            A next = left.next();
            running.add(threads.submit(() -> call.apply(next)));
          }
          then.accept(result(running.remove()));
        }
      } finally {
        running.forEach(each -> each.cancel(true));
      }
    }
  }

  private static <B> B result(Future<B> call) {
    try {
      return call.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    }
  }
}
