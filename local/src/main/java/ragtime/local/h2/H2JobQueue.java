package ragtime.local.h2;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.job.Job;
import ragtime.job.JobCodec;
import ragtime.job.JobHandler;
import ragtime.job.JobQueue;
import ragtime.job.JobQueueException;
import ragtime.job.JobResult;

/**
 * Jobs in the H2 file, and the threads that do them. A job is on disk when {@link #put} returns and
 * is done at least once, whatever happens to this process. Jobs of one group are done one after the
 * other, other groups beside them. One that keeps failing is dead in the end, and kept.
 */
public final class H2JobQueue implements JobQueue, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(H2JobQueue.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LONGEST_NAP = Duration.ofSeconds(1);

  private final JobTable table;
  private final Retries retries;
  private final int bound;
  private final Clock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private int running;
  private boolean stirred;
  private boolean closed;
  private @Nullable Thread dispatcher;

  /**
   * The queue in this file.
   *
   * @param bound how many jobs are done at a time, at most
   */
  public H2JobQueue(H2Database database, Retries retries, int bound, Clock clock) {
    this.table = new JobTable(database, clock);
    this.retries = retries;
    this.bound = bound;
    this.clock = clock;
  }

  @Override
  public void put(Job job) {
    try {
      table.add(job);
    } catch (H2Exception e) {
      throw new JobQueueException("Job " + job.id() + " could not be kept", e);
    }
    stir();
  }

  /** Begins to do the jobs, with those that an earlier process left first. */
  public void start(JobHandler handler) {
    lock.lock();
    try {
      if (dispatcher != null || closed) {
        throw new IllegalStateException("A queue starts once");
      }
      dispatcher = Thread.ofPlatform().name("jobs").daemon().start(() -> dispatch(handler));
    } finally {
      lock.unlock();
    }
  }

  /** How many jobs wait or are being done. */
  public int open() {
    return table.count("waiting") + table.count("running");
  }

  /** How many jobs failed for good. */
  public int dead() {
    return table.count("dead");
  }

  private void dispatch(JobHandler handler) {
    while (awaitRoom()) {
      try {
        for (JobTable.Due due : table.take(room())) {
          began();
          threads.execute(() -> doOne(handler, due));
        }
        nap();
      } catch (RuntimeException e) {
        LOG.error("Jobs cannot be read: {}", describe(e));
        nap();
      }
    }
  }

  private void doOne(JobHandler handler, JobTable.Due due) {
    try {
      run(handler, due);
    } catch (H2Exception e) {
      LOG.error("Job {} could not be marked; it will be done again", due.id());
    } finally {
      lock.lock();
      try {
        running--;
        stirred = true;
        news.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private void run(JobHandler handler, JobTable.Due due) {
    boolean last = retries.isLast(due.receive());
    try {
      switch (handler.handle(JobCodec.decode(due.body()), last)) {
        case JobResult.Done() -> table.done(due);
        case JobResult.Again(Duration after) -> table.again(due, after);
      }
    } catch (RuntimeException | Error e) {
      LOG.warn("Job {} failed at try {}: {}", due.id(), due.receive(), describe(e));
      if (last) {
        table.dead(due, describe(e));
      } else {
        table.failed(due, describe(e), retries.after(due.receive()));
      }
    }
  }

  /** What failed and where, without the message, which might quote somebody. */
  private static String describe(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  private boolean awaitRoom() {
    lock.lock();
    try {
      while (!closed && running >= bound) {
        news.awaitUninterruptibly();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private int room() {
    lock.lock();
    try {
      return bound - running;
    } finally {
      lock.unlock();
    }
  }

  private void began() {
    lock.lock();
    try {
      running++;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until something happened or a waiting job's time has come. */
  private void nap() {
    Duration nap =
        table
            .next()
            .map(due -> Duration.between(clock.instant(), due))
            .filter(wait -> wait.compareTo(LONGEST_NAP) < 0)
            .orElse(LONGEST_NAP);
    lock.lock();
    try {
      if (!stirred && !closed) {
        news.awaitNanos(Math.max(1, nap.toNanos()));
      }
      stirred = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  private void stir() {
    lock.lock();
    try {
      stirred = true;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Begins no further job and waits a little for those that run; what remains is done next time.
   */
  @Override
  public void close() {
    Thread running;
    lock.lock();
    try {
      closed = true;
      running = dispatcher;
      news.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      if (running != null) {
        running.join(PATIENCE);
      }
      threads.shutdown();
      if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("Some jobs are still being done; they will be done again at the next start");
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      threads.shutdownNow();
    }
  }
}
