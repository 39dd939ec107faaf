package ragtime.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import ragtime.slack.FrontRequest;
import ragtime.slack.FrontResponse;
import ragtime.slack.SlackFront;

/** Serves the bot's front over HTTP on this machine, as the HTTP API does on AWS. */
final class BotServer implements AutoCloseable {

  private static final String ROOT = "/slack/";

  /** Requests that come in the same moment wait rather than being turned away. */
  private static final int BACKLOG = 1_000;

  private final HttpServer server;
  private final ExecutorService threads;

  private BotServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /** Serves on any free port, to callers on this machine only. */
  static BotServer start(Function<FrontRequest, FrontResponse> front) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
      ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
      server.setExecutor(threads);
      server.createContext(ROOT, exchange -> handle(front, exchange));
      server.start();
      return new BotServer(server, threads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where Slack's requests go. */
  URI url() {
    return url("events");
  }

  /** Where one of the front's paths is. */
  URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + ROOT + path);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private static void handle(Function<FrontRequest, FrontResponse> front, HttpExchange exchange)
      throws IOException {
    try (exchange) {
      // One byte more than the front takes, so that it sees that there is too much.
      byte[] body = exchange.getRequestBody().readNBytes(SlackFront.MOST_BYTES + 1);
      FrontResponse response =
          front.apply(
              new FrontRequest(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().getPath(),
                  Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                  exchange.getRequestHeaders(),
                  body));
      response.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] reply = response.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(response.status(), reply.length == 0 ? -1 : reply.length);
      if (reply.length > 0) {
        exchange.getResponseBody().write(reply);
      }
    }
  }
}
