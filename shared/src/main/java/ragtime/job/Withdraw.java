package ragtime.job;

import java.util.Optional;

/**
 * Take an answer back, since its question was deleted.
 *
 * @param id the event's id
 * @param team the workspace
 * @param channel where it was asked
 * @param ts the question's timestamp
 * @param threadTs the root of its thread, if it stood in one
 */
public record Withdraw(String id, String team, String channel, String ts, Optional<String> threadTs)
    implements WorkerJob {
  @Override
  public String group() {
    return channel + "/" + threadTs.orElse(ts);
  }
}
