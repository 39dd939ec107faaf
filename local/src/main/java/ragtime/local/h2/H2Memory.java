package ragtime.local.h2;

import java.time.Clock;
import java.time.Duration;
import ragtime.conversation.Memory;

/** Everything the bot remembers, in one H2 file. */
public final class H2Memory {
  private static final Duration AUDIT = Duration.ofDays(365);

  private H2Memory() {}

  /** The memory in this file; of conversations, it forgets what is older than this. */
  public static Memory in(H2Database database, Duration keep, Clock clock) {
    return new Memory(
        new H2Conversations(database, keep, clock),
        new H2Claims(database, keep, clock),
        new H2Feedback(database),
        new H2ChannelSettings(database),
        new H2AuditLog(database, AUDIT, clock),
        new H2Recollections(database, keep, clock));
  }
}
