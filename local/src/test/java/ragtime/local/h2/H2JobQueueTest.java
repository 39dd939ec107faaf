package ragtime.local.h2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.job.Greet;
import ragtime.job.Job;
import ragtime.job.JobResult;

class H2JobQueueTest {
  private static final JobResult DONE = new JobResult.Done();
  private static final Retries QUICK = new Retries(3, Duration.ofMillis(5), Duration.ofMillis(20));

  @TempDir Path folder;
  private H2Database database;
  private H2JobQueue queue;

  @BeforeEach
  void open() {
    database = H2Database.open(folder);
    queue = new H2JobQueue(database, QUICK, 4, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    queue.close();
    database.close();
  }

  private static Job job(String id, String group) {
    return new Greet(id, "T1", group, "U1");
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T taken = queue.poll(30, TimeUnit.SECONDS);
    assertThat(taken).as("something within ten seconds").isNotNull();
    return taken;
  }

  @Test
  void aJobThatComesTwiceAtOnceIsKeptOnceAndNobodyIsRefused() throws Exception {
    int jobs = 50;
    List<Callable<Boolean>> deliveries = new ArrayList<>();
    for (int i = 0; i < 4 * jobs; i++) {
      Job job = job("j" + i / 4, "g" + i / 4);
      deliveries.add(
          () -> {
            queue.put(job);
            return true;
          });
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> delivery : threads.invokeAll(deliveries)) {
        assertThat(delivery.get()).isTrue();
      }
    }
    assertThat(queue.open()).isEqualTo(jobs);
  }

  @Test
  void aGroupKeepsItsOrderEvenWhenAJobFailsInBetween() throws Exception {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    for (int i = 0; i < 6; i++) {
      queue.put(job("j" + i, "g"));
    }
    AtomicInteger failures = new AtomicInteger();
    queue.start(
        (job, last) -> {
          if (job.id().equals("j2") && failures.getAndIncrement() < 2) {
            throw new IllegalStateException();
          }
          seen.add(job.id());
          return DONE;
        });
    List<String> order = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      order.add(next(seen));
    }
    assertThat(order).containsExactly("j0", "j1", "j2", "j3", "j4", "j5");
  }

  @Test
  void groupsRunBesideEachOtherWithinTheBound() throws Exception {
    CountDownLatch four = new CountDownLatch(4);
    CountDownLatch all = new CountDownLatch(8);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    queue.start(
        (job, last) -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          four.countDown();
          await(four);
          now.decrementAndGet();
          all.countDown();
          return DONE;
        });
    for (int i = 0; i < 8; i++) {
      queue.put(job("j" + i, "g" + i));
    }
    assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(most.get()).isEqualTo(4);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aJobPutTwiceIsDoneOnce() throws Exception {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    queue.put(job("twice", "g"));
    queue.put(job("twice", "g"));
    queue.start(
        (job, last) -> {
          seen.add(job.id());
          return DONE;
        });
    assertThat(next(seen)).isEqualTo("twice");
    queue.put(job("twice", "g"));
    queue.put(job("after", "g"));
    assertThat(next(seen)).isEqualTo("after");
  }

  @Test
  void theLastTryIsToldAndADeadJobIsKeptAndOutOfTheWay() throws Exception {
    BlockingQueue<Boolean> tries = new LinkedBlockingQueue<>();
    BlockingQueue<String> others = new LinkedBlockingQueue<>();
    queue.put(job("bad", "g"));
    queue.put(job("good", "g"));
    queue.start(
        (job, last) -> {
          if (job.id().equals("bad")) {
            tries.add(last);
            throw new AssertionError("always");
          }
          others.add(job.id());
          return DONE;
        });
    assertThat(List.of(next(tries), next(tries), next(tries))).containsExactly(false, false, true);
    assertThat(next(others)).isEqualTo("good");
    assertThat(queue.dead()).isEqualTo(1);
  }

  @Test
  void waitingForSomebodyElseIsNoFailure() throws Exception {
    BlockingQueue<Boolean> tries = new LinkedBlockingQueue<>();
    AtomicInteger times = new AtomicInteger();
    queue.put(job("held", "g"));
    queue.start(
        (job, last) -> {
          tries.add(last);
          return times.incrementAndGet() < 6 ? new JobResult.Again(Duration.ofMillis(1)) : DONE;
        });
    for (int i = 0; i < 6; i++) {
      assertThat(next(tries)).isFalse();
    }
  }

  @Test
  void whatAnEarlierProcessLeftIsDoneFirst() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    // It takes one job at a time, so that once it hangs in the first, it takes no more: as if dead.
    H2JobQueue dying = new H2JobQueue(database, QUICK, 1, Clock.systemUTC());
    dying.put(job("cut-short", "g"));
    dying.put(job("behind", "g"));
    dying.start(
        (job, last) -> {
          begun.countDown();
          await(release);
          throw new IllegalStateException("the process died here");
        });
    await(begun);
    H2JobQueue next = new H2JobQueue(database, QUICK, 4, Clock.systemUTC());
    List<String> seen = new CopyOnWriteArrayList<>();
    CountDownLatch both = new CountDownLatch(2);
    next.start(
        (job, last) -> {
          seen.add(job.id());
          both.countDown();
          return DONE;
        });
    await(both);
    next.close();
    release.countDown();
    dying.close();
    assertThat(seen).containsExactly("cut-short", "behind");
  }

  @Test
  void whatWasPutSurvivesAKill() throws Exception {
    Path victim = folder.resolve("victim");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Putter.class.getName(),
                victim.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int acknowledged = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      while (acknowledged < 20) {
        assertThat(lines.readLine()).isEqualTo("kept " + acknowledged);
        acknowledged++;
      }
    } finally {
      process.destroyForcibly();
    }
    process.waitFor();
    Map<String, Boolean> found = new ConcurrentHashMap<>();
    CountDownLatch all = new CountDownLatch(acknowledged);
    try (H2Database again = H2Database.open(victim);
        H2JobQueue left = new H2JobQueue(again, QUICK, 4, Clock.systemUTC())) {
      left.start(
          (job, last) -> {
            if (found.put(job.id(), true) == null) {
              all.countDown();
            }
            return DONE;
          });
      assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
      for (int i = 0; i < acknowledged; i++) {
        assertThat(found).containsKey("j" + i);
      }
    }
  }

  /** Puts jobs and says so, until it is killed. */
  static final class Putter {
    private Putter() {}

    public static void main(String[] args) {
      H2JobQueue queue =
          new H2JobQueue(H2Database.open(Path.of(args[0])), Retries.usual(), 1, Clock.systemUTC());
      for (int i = 0; i < 10_000; i++) {
        queue.put(job("j" + i, "g" + i));
        System.out.println("kept " + i);
      }
    }
  }
}
