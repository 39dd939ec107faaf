package ragtime.local.workspace;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/** A bot that keeps what it is sent and replies as a test wants. */
final class FakeBot implements AutoCloseable {
  /** A request as it came. */
  record Received(com.sun.net.httpserver.Headers headers, String body) {
    String header(String name) {
      return Optional.ofNullable(headers.getFirst(name)).orElse("");
    }

    JsonObject json() {
      return JsonParser.parseString(body).getAsJsonObject();
    }

    /** The event in an envelope of the Events API. */
    JsonObject event() {
      return json().getAsJsonObject("event");
    }

    boolean isEvent(String type) {
      return body.startsWith("{") && text(json().get("event"), "type").equals(type);
    }

    String form(String name) {
      for (String pair : body.split("&")) {
        if (pair.startsWith(name + "=")) {
          return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
        }
      }
      return "";
    }

    JsonObject payload() {
      return JsonParser.parseString(form("payload")).getAsJsonObject();
    }

    private static String text(JsonElement object, String name) {
      return object instanceof JsonObject json ? Blocks.text(json, name) : "";
    }
  }

  /** What to reply. */
  record Reply(int status, String body) {}

  private final HttpServer server;
  private final LinkedBlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final List<Received> seen = new CopyOnWriteArrayList<>();
  volatile Function<Received, Reply> behaviour = request -> new Reply(200, "");

  FakeBot() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/slack/events", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Received request = new Received(exchange.getRequestHeaders(), body);
      Reply reply = behaviour.apply(request);
      received.add(request);
      byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** The next request that is as wanted, now or soon; those before it are kept in {@link #seen}. */
  Received next(Predicate<Received> wanted) {
    try {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      while (true) {
        Received request = received.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (request == null) {
          throw new AssertionError("The bot got no such request; it got " + seen);
        }
        seen.add(request);
        if (wanted.test(request)) {
          return request;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Received nextEvent(String type) {
    return next(request -> request.isEvent(type));
  }

  Received nextPayload(String type) {
    return next(
        request ->
            !request.form("payload").isEmpty()
                && Blocks.text(request.payload(), "type").equals(type));
  }

  /** Everything that came and was not taken yet. */
  List<Received> rest() {
    List<Received> all = new java.util.ArrayList<>();
    received.drainTo(all);
    return all;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
