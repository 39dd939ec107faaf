package ragtime.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.job.Greet;
import ragtime.job.Job;
import ragtime.job.JobResult;
import ragtime.local.command.CommandLine.Outcome;
import ragtime.local.h2.H2Database;
import ragtime.local.h2.H2JobQueue;
import ragtime.local.h2.Retries;

/** Jobs that failed for good are counted, and done once more when they are put back. */
class ReplayCommandTest {
  private static final Job JOB = new Greet("Ev1", "T1", "D1", "U1");

  @TempDir Path home;
  private CommandLine ragtime = new CommandLine(Path.of(""));

  @BeforeEach
  void aJobThatFailed() throws InterruptedException {
    ragtime = new CommandLine(home);
    BlockingQueue<Job> tried = new LinkedBlockingQueue<>();
    try (H2Database database = H2Database.open(home.resolve(".ragtime/workspace"));
        H2JobQueue queue = queue(database)) {
      queue.put(JOB);
      queue.start(
          (job, last) -> {
            tried.add(job);
            throw new IllegalStateException("as told");
          });
      assertThat(tried.poll(30, TimeUnit.SECONDS)).isEqualTo(JOB);
    }
  }

  @Test
  void aDryRunOnlyCounts() {
    Outcome outcome = ragtime.run("replay", "--dry-run");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).isEqualTo("local: 1 to put back%n".formatted());
    assertThat(ragtime.run("replay", "--dry-run", "--json").json().get("dead").getAsInt())
        .isEqualTo(1);
  }

  @Test
  void whatIsPutBackIsDone() throws InterruptedException {
    Outcome outcome = ragtime.run("replay", "--json");

    assertThat(outcome.json().keySet()).containsExactly("queue", "dead", "putBack");
    assertThat(outcome.json().get("putBack").getAsInt()).isEqualTo(1);
    BlockingQueue<Job> done = new LinkedBlockingQueue<>();
    try (H2Database database = H2Database.open(home.resolve(".ragtime/workspace"));
        H2JobQueue queue = queue(database)) {
      queue.start(
          (job, last) -> {
            done.add(job);
            return new JobResult.Done();
          });
      assertThat(done.poll(30, TimeUnit.SECONDS)).isEqualTo(JOB);
    }
    assertThat(ragtime.run("replay").out()).contains("0 put back");
  }

  private static H2JobQueue queue(H2Database database) {
    Retries once = new Retries(1, Duration.ofMillis(1), Duration.ofMillis(1));
    return new H2JobQueue(database, once, 1, Clock.systemUTC());
  }
}
