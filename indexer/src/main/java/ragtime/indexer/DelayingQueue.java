package ragtime.indexer;

import java.time.Duration;
import ragtime.job.Job;
import ragtime.job.JobQueue;

/** A queue that can keep a job back for a while. */
interface DelayingQueue extends JobQueue {

  /** Keeps a job that is done only after a while, 15 minutes at most. */
  void put(Job job, Duration delay);

  @Override
  default void put(Job job) {
    put(job, Duration.ZERO);
  }
}
