package ragtime.slack;

import com.slack.api.Slack;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to Slack over Socket Mode: Slack's requests come in over a WebSocket that this
 * machine opened, so it needs no address of its own. Slack's client keeps it open: it connects
 * again when Slack asks for that, and looks every few seconds whether it still is.
 */
final class SocketConnection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SocketConnection.class);

  private final SocketModeClient client;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private SocketConnection(SocketModeClient client) {
    this.client = client;
  }

  /**
   * Connects. Throws {@link SlackException} if Slack does not let it.
   *
   * @param appToken the app-level token, with the scope {@code connections:write}
   */
  static SocketConnection open(Slack slack, String appToken, SocketFront front, Pause pause) {
    String url =
        SlackCalls.patient(pause)
            .make(
                SlackMethod.CONNECTIONS_OPEN,
                () -> slack.methods(appToken).appsConnectionsOpen(request -> request))
            .getUrl();
    try {
      SocketConnection connection =
          new SocketConnection(new SocketModeClientJavaWSImpl(slack, appToken, url));
      connection.client.addWebSocketMessageListener(
          message -> connection.threads.execute(() -> connection.take(front, message)));
      connection.client.connect();
      return connection;
    } catch (URISyntaxException | IOException e) {
      throw SlackCalls.unreachable(SlackMethod.CONNECTIONS_OPEN, e);
    }
  }

  private void take(SocketFront front, String message) {
    try {
      front.handle(message).ifPresent(client::sendWebSocketMessage);
    } catch (RuntimeException e) { // the WebSocket library's own, when the connection has gone
      LOG.warn("The connection broke before an acknowledgement; Slack will send it again");
    }
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      LOG.warn("The connection to Slack did not close: {}", e.getClass().getName());
    }
    threads.close();
  }
}
