package ragtime.indexer;

import java.time.Duration;
import ragtime.job.Job;
import ragtime.job.JobQueue;
import ragtime.job.TeamJob;
import ragtime.library.TeamFolder;

/** A queue that can keep a job back for a while. */
interface DelayingQueue extends JobQueue {

  /** Keeps a job that is done only after a while, 15 minutes at most. */
  void put(Job job, Duration delay);

  /** The same queue for the jobs of one workspace of several. */
  default DelayingQueue of(TeamFolder folder) {
    return (job, delay) -> put(new TeamJob(folder, job), delay);
  }

  @Override
  default void put(Job job) {
    put(job, Duration.ZERO);
  }
}
