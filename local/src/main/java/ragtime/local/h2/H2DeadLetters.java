package ragtime.local.h2;

import java.time.Clock;
import ragtime.job.DeadLetters;

/** The jobs in the H2 file that failed for good. */
public final class H2DeadLetters implements DeadLetters {
  private final JobTable table;

  /** Those in this file. */
  public H2DeadLetters(H2Database database, Clock clock) {
    this.table = new JobTable(database, clock);
  }

  @Override
  public int count() {
    return table.count("dead");
  }

  @Override
  public int putBack() {
    return table.revive();
  }
}
