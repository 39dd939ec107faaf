package ragtime.local.lambda;

import com.google.gson.JsonArray;
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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** API Gateway's HTTP API before a function: payload format 2.0, bodies of forms in base64. */
final class HttpGateway implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Supplier<FunctionProcess> function;
  private final List<String> taken = new CopyOnWriteArrayList<>();

  HttpGateway(Supplier<FunctionProcess> function) {
    this.function = function;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** Hands the function everything again that came since this was last called. */
  void again() {
    List<String> events = List.copyOf(taken);
    taken.clear();
    events.forEach(event -> function.get().invoke(event));
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonObject headers = new JsonObject();
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) ->
                  headers.addProperty(name.toLowerCase(Locale.ROOT), String.join(",", values)));
      byte[] body = exchange.getRequestBody().readAllBytes();
      String event = event(exchange, headers, body);
      taken.add(event);
      switch (function.get().invoke(event)) {
        case RuntimeApi.Outcome.Replied(var reply) -> answer(exchange, reply);
        case RuntimeApi.Outcome.Threw threw -> exchange.sendResponseHeaders(500, -1);
        case RuntimeApi.Outcome.Died died -> exchange.sendResponseHeaders(502, -1);
      }
    }
  }

  private static String event(HttpExchange exchange, JsonObject headers, byte[] body) {
    return event(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
        headers,
        body);
  }

  static String event(String method, String path, JsonObject headers, byte[] body) {
    return event(method, path, "", headers, body);
  }

  private static String event(
      String method, String path, String query, JsonObject headers, byte[] body) {
    boolean text =
        headers.has("content-type")
            && headers.get("content-type").getAsString().startsWith("application/json");
    JsonObject http = new JsonObject();
    http.addProperty("method", method);
    http.addProperty("path", path);
    JsonObject context = new JsonObject();
    context.add("http", http);
    JsonObject event = new JsonObject();
    event.addProperty("version", "2.0");
    event.addProperty("rawPath", path);
    event.addProperty("rawQueryString", query);
    if (headers.remove("cookie") instanceof JsonElement sent) {
      JsonArray cookies = new JsonArray();
      Arrays.stream(sent.getAsString().split("; *")).forEach(cookies::add);
      event.add("cookies", cookies);
    }
    event.add("headers", headers);
    event.add("requestContext", context);
    event.addProperty(
        "body",
        text ? new String(body, StandardCharsets.UTF_8) : Base64.getEncoder().encodeToString(body));
    event.addProperty("isBase64Encoded", !text);
    return event.toString();
  }

  private static void answer(HttpExchange exchange, String reply) throws IOException {
    JsonObject json = JsonParser.parseString(reply).getAsJsonObject();
    json.getAsJsonObject("headers")
        .asMap()
        .forEach((name, value) -> exchange.getResponseHeaders().set(name, value.getAsString()));
    byte[] body = json.get("body").getAsString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(
        json.get("statusCode").getAsInt(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
