package ragtime.indexer;

import java.time.Duration;
import ragtime.aws.SqsJobQueue;
import ragtime.job.Job;

/** A queue of SQS as the indexer uses it. */
record SqsQueue(SqsJobQueue queue) implements DelayingQueue {
  @Override
  public void put(Job job, Duration delay) {
    queue.put(job, delay);
  }
}
