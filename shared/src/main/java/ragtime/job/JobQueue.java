package ragtime.job;

/** Takes work for later. Safe for use by many threads. */
public interface JobQueue {

  /**
   * Keeps a job. When this returns, the job will be done even if this process dies. Throws {@link
   * JobQueueException} if it could not be kept.
   */
  void put(Job job);
}
