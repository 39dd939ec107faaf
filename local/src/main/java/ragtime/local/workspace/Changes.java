package ragtime.local.workspace;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells whoever listens what has changed, and wakes whoever waits for a change. */
final class Changes {
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long count;

  void publish(Change change) {
    listeners.forEach(listener -> listener.accept(change));
    wake();
  }

  /** Makes those who wait look again. */
  void wake() {
    lock.lock();
    try {
      count++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Listens until the returned handle is run. */
  Runnable listen(Consumer<Change> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Looks after every change until something is found; nothing if the time runs out first. */
  <T> Optional<T> await(Supplier<Optional<T>> look, Duration timeout) throws InterruptedException {
    long nanos = timeout.toNanos();
    while (true) {
      long seen = count();
      Optional<T> found = look.get();
      if (found.isPresent()) {
        return found;
      }
      lock.lock();
      try {
        while (count == seen) {
          if (nanos <= 0) {
            return Optional.empty();
          }
          nanos = changed.awaitNanos(nanos);
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private long count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }
}
