package ragtime.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP server that behaves as it was told, request by request, in the wire format of those who
 * extend it.
 */
public abstract class FarSide implements AutoCloseable {

  static {
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** What was asked. */
  public record Asked(String path, String authorization, String body) {}

  private final List<Behaviour> behaviours;
  private final AtomicInteger next = new AtomicInteger();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  /** Starts on a free port; behaves like the last for ever. */
  protected FarSide(List<Behaviour> behaviours) {
    this.behaviours = List.copyOf(behaviours);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where it listens. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** All that was asked, in order. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var authorization = exchange.getRequestHeaders().getFirst("Authorization");
    var request =
        new Asked(
            exchange.getRequestURI().getRawPath(),
            authorization == null ? "" : authorization,
            body);
    asked.add(request);
    answer(exchange, request);
  }

  /** Replies to one request. */
  protected void answer(HttpExchange exchange, Asked request) throws IOException {
    answer(exchange, request, nextBehaviour());
  }

  /** The behaviour whose turn it is. */
  protected Behaviour nextBehaviour() {
    return behaviours.get(Math.min(next.getAndIncrement(), behaviours.size() - 1));
  }

  /** Replies to one request like this. */
  protected abstract void answer(HttpExchange exchange, Asked request, Behaviour behaviour)
      throws IOException;

  /** Sends a whole reply. */
  protected static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Begins a reply whose length is not known yet. */
  protected static void begin(HttpExchange exchange, String type) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().flush();
  }

  /** Sends a part of the reply at once. */
  protected void part(HttpExchange exchange, byte[] bytes) throws IOException {
    exchange.getResponseBody().write(bytes);
    exchange.getResponseBody().flush();
  }

  /** Says nothing until the server closes. */
  protected void hang() throws IOException {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IOException("closing");
  }

  /** Breaks the connection: the server closes it when a handler throws. */
  protected static IOException cut() {
    return new IOException("cut on purpose");
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
