package ragtime.local.workspace;

import io.javalin.http.sse.SseClient;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Streams what changes to the pages that are open, to each what its person may see. */
final class PageUpdates implements AutoCloseable {
  private static final long PING_SECONDS = 15;

  private final Platform platform;
  private final Set<Thread> writers = ConcurrentHashMap.newKeySet();

  PageUpdates(Platform platform) {
    this.platform = platform;
  }

  void connect(SseClient client) {
    String person = Optional.ofNullable(client.ctx().queryParam("person")).orElse(Team.YOU);
    BlockingQueue<Change> queue = new LinkedBlockingQueue<>();
    Runnable stop =
        platform
            .changes()
            .listen(
                change -> {
                  if (isFor(change, person)) {
                    queue.add(change);
                  }
                });
    Thread writer = Thread.ofVirtual().unstarted(() -> write(client, queue));
    client.onClose(
        () -> {
          stop.run();
          writer.interrupt();
          writers.remove(writer);
        });
    client.keepAlive();
    client.sendEvent("hello", "{}");
    writers.add(writer);
    writer.start();
  }

  private static void write(SseClient client, BlockingQueue<Change> queue) {
    try {
      while (!client.terminated()) {
        Change change = queue.poll(PING_SECONDS, TimeUnit.SECONDS);
        if (change == null) {
          client.sendComment("still here");
        } else {
          client.sendEvent(change.kind(), change.payload().toString());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isFor(Change change, String person) {
    return change.onlyFor().filter(reader -> !reader.equals(person)).isEmpty()
        && (change.kind().equals("channels")
            || change
                .channel()
                .filter(channel -> !platform.state().channels().isMember(channel, person))
                .isEmpty());
  }

  @Override
  public void close() {
    writers.forEach(Thread::interrupt);
  }
}
