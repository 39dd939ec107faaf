package ragtime.indexer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import ragtime.aws.SqsBatch.Message;
import ragtime.job.Job;
import ragtime.job.JobCodec;

/**
 * A standard queue as SQS is at its worst: messages come in any order, and sometimes twice; those
 * that failed come again, and after some times are gone to the dead.
 */
final class TestQueue implements DelayingQueue {
  private final TestClock clock;
  private final Random random;
  private final int receives;
  private final List<Kept> kept = new ArrayList<>();

  /** The bodies of messages that failed too often. */
  final List<String> dead = new ArrayList<>();

  private int messages;

  private record Kept(String id, String body, int received, Instant due) {}

  TestQueue(TestClock clock, Random random, int receives) {
    this.clock = clock;
    this.random = random;
    this.receives = receives;
  }

  @Override
  public synchronized void put(Job job, Duration delay) {
    put(JobCodec.encode(job), delay);
  }

  synchronized void put(String body, Duration delay) {
    int copies = random.nextInt(8) == 0 ? 2 : 1;
    for (int i = 0; i < copies; i++) {
      kept.add(new Kept("m" + messages++, body, 0, clock.instant().plus(delay)));
    }
  }

  synchronized boolean isEmpty() {
    return kept.isEmpty();
  }

  /** When the next message is due, if there is one. */
  synchronized Optional<Instant> next() {
    return kept.stream().map(Kept::due).min(Instant::compareTo);
  }

  /** Takes some messages that are due, at most so many; none is seen again before it failed. */
  synchronized List<Message> take(int most) {
    List<Message> taken = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      List<Kept> due = kept.stream().filter(each -> !each.due().isAfter(clock.instant())).toList();
      if (due.isEmpty()) {
        break;
      }
      Kept one = due.get(random.nextInt(due.size()));
      kept.remove(one);
      taken.add(new Message(one.id(), one.id(), one.body(), one.received() + 1, Optional.empty()));
    }
    return taken;
  }

  /** Lets a message come again, in a minute, unless it came too often. */
  synchronized void failed(Message message) {
    if (message.receives() >= receives) {
      dead.add(message.body());
    } else {
      Instant due = clock.instant().plusSeconds(60);
      kept.add(new Kept(message.id(), message.body(), message.receives(), due));
    }
  }
}
