package ragtime.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Lambda's Runtime API, as one function's instance sees it: one event at a time. */
final class RuntimeApi implements AutoCloseable {

  private static final String ROOT = "/2018-06-01/runtime/";

  /** What became of an event. */
  sealed interface Outcome {
    /** The function replied. */
    record Replied(String body) implements Outcome {}

    /** It threw. */
    record Threw(String error) implements Outcome {}

    /** It died. */
    record Died() implements Outcome {}
  }

  private record Event(String id, String body) {}

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Map<String, CompletableFuture<Outcome>> outcomes = new ConcurrentHashMap<>();
  private final CompletableFuture<Optional<String>> start = new CompletableFuture<>();
  private final CompletableFuture<Void> checkpointed = new CompletableFuture<>();
  private final CompletableFuture<Void> mayRestore = new CompletableFuture<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile boolean dead;

  RuntimeApi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(ROOT, this::answer);
    server.start();
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Hands the function an event; gives what becomes of it. */
  CompletableFuture<Outcome> offer(String event) {
    String id = UUID.randomUUID().toString();
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    outcomes.put(id, outcome);
    events.add(new Event(id, event));
    if (dead) {
      outcome.complete(new Outcome.Died());
    }
    return outcome;
  }

  /** The function is gone: nobody waits for it any more. */
  void died() {
    dead = true;
    start.complete(Optional.of("died"));
    checkpointed.completeExceptionally(new IllegalStateException("died"));
    outcomes.values().forEach(outcome -> outcome.complete(new Outcome.Died()));
  }

  /** Waits until the function is there; gives why it did not start, if it did not. */
  Optional<String> awaitStart(Duration patience) {
    return start.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  /** Waits until the function has got ready for a snapshot. */
  void awaitCheckpoint(Duration patience) {
    checkpointed.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  /** Lets it go on after the snapshot. */
  void restore() {
    mayRestore.complete(null);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring(ROOT.length());
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (path.equals("invocation/next")) {
        next(exchange);
      } else if (path.equals("restore/next")) {
        checkpointed.complete(null);
        mayRestore.join();
        reply(exchange, 200, "");
      } else if (path.equals("init/error") || path.equals("restore/error")) {
        start.complete(Optional.of(body));
        checkpointed.completeExceptionally(new IllegalStateException(body));
        reply(exchange, 202, "{}");
      } else {
        String[] parts = path.split("/");
        CompletableFuture<Outcome> outcome = outcomes.remove(parts[1]);
        if (outcome != null) {
          outcome.complete(
              parts[2].equals("response") ? new Outcome.Replied(body) : new Outcome.Threw(body));
        }
        reply(exchange, 202, "{}");
      }
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    start.complete(Optional.empty());
    checkpointed.completeExceptionally(new IllegalStateException("no snapshot was made"));
    try {
      Event event = events.take();
      var headers = exchange.getResponseHeaders();
      headers.set("Lambda-Runtime-Aws-Request-Id", event.id());
      headers.set(
          "Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 120_000));
      headers.set(
          "Lambda-Runtime-Invoked-Function-Arn",
          "arn:aws:lambda:us-east-1:000000000000:function:ragtime");
      headers.set("Content-Type", "application/json");
      reply(exchange, 200, event.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    died();
    mayRestore.complete(null);
    server.stop(0);
    threads.shutdownNow();
  }
}
