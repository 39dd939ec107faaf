package ragtime.job;

/** Does jobs. Safe for use by many threads. */
@FunctionalInterface
public interface JobHandler {

  /**
   * Does a job, or says when to try again. An exception means that it failed and is tried again
   * too, after a while.
   *
   * @param last whether the job will not be tried again should this fail, so that whoever waits for
   *     it must be told now
   */
  JobResult handle(Job job, boolean last);
}
