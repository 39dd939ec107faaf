package ragtime.bot;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.answer.Spent;
import ragtime.aws.SqsBatch;
import ragtime.job.Job;
import ragtime.job.JobCodec;
import ragtime.job.JobResult;
import ragtime.job.TeamJob;
import ragtime.job.WorkerJob;
import ragtime.library.TeamFolder;

/**
 * Does the jobs that the worker's queue delivers. What fails is delivered again soon, a few times;
 * the last delivery tries no more, and tells whoever waits that there will be no answer.
 */
final class WorkerQueue {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerQueue.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Bot bot;
  private final Deliveries deliveries;
  private final int maxReceives;
  private final Clock clock;

  /** Who does the jobs. */
  interface Bot {
    /**
     * Does a job, or says when to try again; throws if it failed and is to be tried again.
     *
     * @param team the workspace that it is for, where there are several
     */
    JobResult work(Optional<TeamFolder> team, WorkerJob job, boolean last);

    /** Tells whoever waits that nothing will come of it. */
    void giveUp(Optional<TeamFolder> team, WorkerJob job);

    /** What models took since this was last asked. */
    Spent takeSpent();

    /** A job failed: perhaps because a secret is out of date. */
    void lookForNewSecrets();
  }

  /** Has a message delivered again. */
  @FunctionalInterface
  interface Deliveries {
    /** Has it delivered again after this time; false if it will come in its own time. */
    boolean again(SqsBatch.Message message, Duration after);
  }

  WorkerQueue(Bot bot, Deliveries deliveries, int maxReceives, Clock clock) {
    this.bot = bot;
    this.deliveries = deliveries;
    this.maxReceives = maxReceives;
    this.clock = clock;
  }

  /** Does the jobs of a batch; gives the reply for Lambda. */
  String work(SqsBatch batch) {
    return batch.work(this::isDone);
  }

  private boolean isDone(SqsBatch.Message message) {
    return switch (JobCodec.decode(message.body())) {
      case WorkerJob job -> isDone(message, Optional.empty(), job);
      case TeamJob(TeamFolder team, WorkerJob job) -> isDone(message, Optional.of(team), job);
      case Job other -> {
        LOG.error("Message {} holds no job of the worker's", message.id());
        yield false;
      }
    };
  }

  private boolean isDone(SqsBatch.Message message, Optional<TeamFolder> team, WorkerJob job) {
    Metrics metrics = new Metrics(job, clock);
    try {
      if (message.receives() >= maxReceives) {
        bot.giveUp(team, job);
        metrics.gaveUp();
        return false;
      }
      return switch (bot.work(team, job, message.receives() == maxReceives - 1)) {
        case JobResult.Done() -> {
          metrics.done(bot.takeSpent());
          yield true;
        }
        case JobResult.Again(Duration after) -> {
          deliveries.again(message, after);
          yield false;
        }
      };
    } catch (RuntimeException e) {
      LOG.error("{} failed, delivery {}: {}", job.id(), message.receives(), Faults.trace(e));
      metrics.failed(bot.takeSpent());
      bot.lookForNewSecrets();
      deliveries.again(message, pause(message.receives()));
      return false;
    }
  }

  private static Duration pause(int receives) {
    Duration pause = Duration.ofSeconds(1L << Math.min(receives, 6));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
