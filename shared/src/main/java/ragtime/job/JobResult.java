package ragtime.job;

import java.time.Duration;

/** What came of handling a job. */
public sealed interface JobResult {

  /** It is done, now or by someone before. */
  record Done() implements JobResult {}

  /**
   * Somebody else is at it; look again after this time, to see whether they finished.
   *
   * @param after how long to wait
   */
  record Again(Duration after) implements JobResult {}
}
