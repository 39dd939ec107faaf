package ragtime.local.lambda;

import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Lambda's event source mapping of one queue onto one instance at a time of a function; an instance
 * that died is replaced.
 */
final class QueueTrigger implements AutoCloseable {

  private final Sqs sqs;
  private final String queue;
  private final int batch;
  private final Supplier<FunctionProcess> starter;
  private final Thread thread;
  private volatile FunctionProcess instance;
  private volatile boolean busy;
  private volatile boolean closed;

  QueueTrigger(Sqs sqs, String queue, int batch, Supplier<FunctionProcess> starter) {
    this.sqs = sqs;
    this.queue = queue;
    this.batch = batch;
    this.starter = starter;
    this.instance = starter.get();
    this.thread = Thread.ofPlatform().name("trigger of " + queue).start(this::run);
  }

  /** The instance that is there now. */
  FunctionProcess instance() {
    return instance;
  }

  /** Whether the function is at a job now. */
  boolean isBusy() {
    return busy;
  }

  private void run() {
    while (!closed) {
      try {
        List<Message> messages = sqs.receive(queue, batch);
        if (messages.isEmpty()) {
          continue;
        }
        if (!instance.isAlive()) {
          instance.close();
          instance = starter.get();
        }
        busy = true;
        RuntimeApi.Outcome outcome = instance.invoke(Sqs.event(messages));
        busy = false;
        if (outcome instanceof RuntimeApi.Outcome.Replied(var reply)) {
          sqs.settle(queue, messages, reply);
        }
      } catch (RuntimeException e) {
        if (!closed) {
          System.err.println("The trigger of " + queue + " goes on after " + e);
        }
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    instance.close();
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
