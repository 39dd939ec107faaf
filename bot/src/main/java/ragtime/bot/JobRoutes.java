package ragtime.bot;

import ragtime.job.IndexerJob;
import ragtime.job.Job;
import ragtime.job.JobQueue;
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
    switch (job) {
      case WorkerJob work -> worker.put(work);
      case IndexerJob work -> indexer.put(work);
    }
  }
}
