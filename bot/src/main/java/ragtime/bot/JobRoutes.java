package ragtime.bot;

import ragtime.job.IndexerJob;
import ragtime.job.Job;
import ragtime.job.JobQueue;
import ragtime.job.TeamJob;
import ragtime.job.WorkerJob;

/**
 * Hands each job to the queue of whoever does it.
 *
 * @param worker takes the worker's jobs
 * @param indexer takes the indexer's
 */
record JobRoutes(JobQueue worker, JobQueue indexer) implements JobQueue {
  @Override
  public void put(Job job) {
    queue(job).put(job);
  }

  private JobQueue queue(Job job) {
    return switch (job) {
      case WorkerJob work -> worker;
      case IndexerJob work -> indexer;
      case TeamJob(var team, Job work) -> queue(work);
    };
  }
}
