package ragtime.slack;

import com.slack.api.Slack;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to Slack over Socket Mode: Slack's requests come in over a WebSocket that this
 * machine opened, so it needs no address of its own. When Slack is about to close it, or it does
 * not answer any more, another is opened first and takes over once Slack has greeted it; one thread
 * sees to all of that, so there are never two at it.
 */
final class SocketConnection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SocketConnection.class);
  private static final long LOOK_SECONDS = 5;

  private final Slack slack;
  private final String appToken;
  private final SocketFront front;
  private final SlackCalls calls;
  private final ScheduledExecutorService keeper =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private volatile SocketSession session;

  private SocketConnection(Slack slack, String appToken, SocketFront front, Pause pause) {
    this.slack = slack;
    this.appToken = appToken;
    this.front = front;
    this.calls = SlackCalls.patient(pause);
    this.session = connect();
    var unused =
        keeper.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Connects. Throws {@link SlackException} if Slack does not let it.
   *
   * @param appToken the app-level token, with the scope {@code connections:write}
   */
  static SocketConnection open(Slack slack, String appToken, SocketFront front, Pause pause) {
    return new SocketConnection(slack, appToken, front, pause);
  }

  private SocketSession connect() {
    String url =
        calls
            .make(
                SlackMethod.CONNECTIONS_OPEN,
                () -> slack.methods(appToken).appsConnectionsOpen(request -> request))
            .getUrl();
    return SocketSession.open(slack, appToken, url, front, this::ending);
  }

  private void ending(SocketSession which) {
    try {
      keeper.execute(() -> replace(which));
    } catch (RejectedExecutionException e) {
      LOG.debug("Connections end as the last one is closed");
    }
  }

  private void look() {
    SocketSession now = session;
    if (!now.isAlive()) {
      replace(now);
    }
  }

  private void replace(SocketSession old) {
    if (old != session) {
      return;
    }
    try {
      session = connect();
      old.close();
    } catch (SlackException e) {
      LOG.warn("No connection to Slack ({}); tried again in {} s", e.code(), LOOK_SECONDS);
    } catch (RuntimeException e) { // a fault of ours must not end the looking
      LOG.error("No connection to Slack; tried again in {} s", LOOK_SECONDS, e);
    }
  }

  @Override
  public void close() {
    keeper.shutdownNow();
    keeper.close();
    session.close();
  }
}
