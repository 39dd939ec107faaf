package ragtime.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket of Socket Mode, from Slack's greeting until it is closed. What comes over it is
 * acknowledged over it, even while another is about to take its place. Of Slack's client only the
 * WebSocket is used: that acknowledges over whatever connection is the newest, open yet or not.
 */
final class SocketSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SocketSession.class);
  private static final Duration GREETING = Duration.ofSeconds(10);

  private final Line line;
  private final SocketFront front;
  private final Consumer<SocketSession> ends;
  private final CompletableFuture<Boolean> greeted = new CompletableFuture<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private SocketSession(
      Slack slack, String appToken, String url, SocketFront front, Consumer<SocketSession> ends)
      throws URISyntaxException {
    this.front = front;
    this.ends = ends;
    this.line = new Line(slack, appToken, url, this::take);
    line.addWebSocketCloseListener((code, reason) -> closed(code));
  }

  /**
   * Connects, and waits for Slack's greeting. Throws {@link SlackException} if there is none.
   *
   * @param url what {@code apps.connections.open} gave, good for once
   * @param ends told when Slack is about to close this one, and when it is closed
   */
  static SocketSession open(
      Slack slack, String appToken, String url, SocketFront front, Consumer<SocketSession> ends) {
    try {
      SocketSession session = new SocketSession(slack, appToken, url, front, ends);
      session.line.connect();
      session.awaitGreeting();
      return session;
    } catch (URISyntaxException e) {
      throw SlackCalls.unreachable(SlackMethod.CONNECTIONS_OPEN, e);
    }
  }

  private void awaitGreeting() {
    try {
      greeted.get(GREETING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      close();
      throw SlackCalls.unreachable(SlackMethod.CONNECTIONS_OPEN, e);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw SlackCalls.unreachable(SlackMethod.CONNECTIONS_OPEN, e);
    }
  }

  /** True if the other end answers a ping within a few seconds. */
  boolean isAlive() {
    return line.verifyConnection();
  }

  private void closed(int code) {
    greeted.completeExceptionally(new IOException("closed with code " + code));
    ends.accept(this);
  }

  private void take(String message) {
    switch (type(message)) {
      case "hello" -> greeted.complete(true);
      case "disconnect" -> ends.accept(this);
      default -> {
        try {
          threads.execute(() -> acknowledge(message));
        } catch (RejectedExecutionException e) {
          LOG.info("A request came while its connection was being closed; it is not acknowledged");
        }
      }
    }
  }

  private void acknowledge(String message) {
    try {
      front.handle(message).ifPresent(line::sendWebSocketMessage);
    } catch (RuntimeException e) { // the WebSocket library's own, when the connection has gone
      LOG.warn("The connection broke before an acknowledgement; Slack will send it again");
    }
  }

  private static String type(String message) {
    try {
      return JsonParser.parseString(message) instanceof JsonObject object && object.has("type")
          ? object.get("type").getAsString()
          : "";
    } catch (JsonParseException | UnsupportedOperationException | IllegalStateException e) {
      return "";
    }
  }

  /** Closes it when everything that has come in is acknowledged. */
  @Override
  public void close() {
    threads.close();
    try {
      line.close();
    } catch (IOException e) {
      LOG.warn("A connection to Slack did not close: {}", e.getClass().getName());
    }
  }

  /** Slack's client, without its queue that is polled and its ways to connect again. */
  private static final class Line extends SocketModeClientJavaWSImpl {
    private final Consumer<String> messages;

    Line(Slack slack, String appToken, String url, Consumer<String> messages)
        throws URISyntaxException {
      super(slack, appToken, url, 0, new ConcurrentLinkedMessageQueue(), false, false, 1);
      this.messages = messages;
    }

    @Override
    public void enqueueMessage(String message) {
      messages.accept(message);
    }
  }
}
