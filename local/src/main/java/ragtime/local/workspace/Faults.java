package ragtime.local.workspace;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** Misfortunes to order: what the platform is to do wrong, and how often. Safe for many threads. */
public final class Faults {
  /** What the Web API does instead of its work. */
  sealed interface Fault {
    record RateLimited(Duration retryAfter) implements Fault {}

    record Refused(String error) implements Fault {}

    record Broken(int status) implements Fault {}
  }

  private record Ordered(Fault fault, int times) {}

  private final ConcurrentHashMap<String, Ordered> byMethod = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Integer> duplicates = new ConcurrentHashMap<>();
  private final AtomicBoolean filesScopeMissing = new AtomicBoolean();

  /** The next calls of a method get status 429. */
  public void rateLimit(String method, Duration retryAfter, int times) {
    byMethod.put(method, new Ordered(new Fault.RateLimited(retryAfter), times));
  }

  /** The next calls of a method get {@code ok: false} with this error. */
  public void refuse(String method, String error, int times) {
    byMethod.put(method, new Ordered(new Fault.Refused(error), times));
  }

  /** The next calls of a method get a bare status, such as 503. */
  public void fail(String method, int status, int times) {
    byMethod.put(method, new Ordered(new Fault.Broken(status), times));
  }

  /** The next event of this type is delivered this many times more, at once. */
  public void duplicate(String eventType, int extra) {
    duplicates.put(eventType, extra);
  }

  /** From now on files are served as if the scope {@code files:read} was missing, or no longer. */
  public void filesScopeMissing(boolean missing) {
    filesScopeMissing.set(missing);
  }

  /** Everything works again. */
  public void clear() {
    byMethod.clear();
    duplicates.clear();
    filesScopeMissing.set(false);
  }

  boolean isFilesScopeMissing() {
    return filesScopeMissing.get();
  }

  int takeDuplicates(String eventType) {
    Integer extra = duplicates.remove(eventType);
    return extra == null ? 0 : extra;
  }

  Optional<Fault> take(String method) {
    UnaryOperator<Ordered> used = ordered -> new Ordered(ordered.fault(), ordered.times() - 1);
    Ordered left = byMethod.computeIfPresent(method, (m, ordered) -> used.apply(ordered));
    if (left == null || left.times() < 0) {
      byMethod.remove(method);
      return Optional.empty();
    }
    return Optional.of(left.fault());
  }
}
