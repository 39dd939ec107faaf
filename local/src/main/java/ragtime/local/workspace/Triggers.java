package ragtime.local.workspace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Permissions to open a modal: each lives three seconds and works once. */
final class Triggers {
  private static final Duration LIFE = Duration.ofSeconds(3);

  private record Trigger(String person, Instant issued, boolean used) {}

  private final Clock clock;
  private final Map<String, Trigger> triggers = new ConcurrentHashMap<>();

  Triggers(Clock clock) {
    this.clock = clock;
  }

  String issue(String person) {
    String id = clock.millis() + "." + Ids.secret();
    triggers.put(id, new Trigger(person, clock.instant(), false));
    return id;
  }

  /** The person whose click it was; the permission is used up. */
  String use(String id) {
    Trigger trigger = triggers.get(id);
    if (trigger == null) {
      throw new ApiError("invalid_trigger_id");
    }
    if (trigger.used()) {
      throw new ApiError("trigger_exchanged");
    }
    if (trigger.issued().plus(LIFE).isBefore(clock.instant())) {
      throw new ApiError("expired_trigger_id");
    }
    triggers.put(id, new Trigger(trigger.person(), trigger.issued(), true));
    return trigger.person();
  }
}
