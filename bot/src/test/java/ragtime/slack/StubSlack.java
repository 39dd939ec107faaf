package ragtime.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Slack Web API that says yes to everything, unless told otherwise, and remembers what it was
 * asked.
 */
final class StubSlack implements AutoCloseable {

  /** A call, with its fields. */
  record Call(String method, Map<String, String> fields) {
    String get(String field) {
      return fields.getOrDefault(field, "");
    }
  }

  /** What to reply. */
  record Canned(int status, Map<String, String> headers, String body) {
    static Canned error(String code) {
      return new Canned(200, Map.of(), "{\"ok\":false,\"error\":\"" + code + "\"}");
    }

    static Canned status(int status) {
      return new Canned(status, Map.of(), "oops");
    }

    static Canned tooMany(int seconds) {
      return new Canned(
          429,
          Map.of("Retry-After", Integer.toString(seconds)),
          "{\"ok\":false,\"error\":\"ratelimited\"}");
    }

    static Canned json(String body) {
      return new Canned(200, Map.of(), body);
    }
  }

  /** Asking who is who changes nothing, so it is kept apart. */
  private static final Map<String, String> LOOKS =
      Map.of(
          "auth.test", "\"team_id\":\"T1\"",
          "users.info", "\"user\":{\"id\":\"%1$s\",\"team_id\":\"T1\"}",
          "users.list", "\"members\":[]",
          "users.conversations", "\"channels\":[]",
          "conversations.info", "\"channel\":{\"id\":\"%1$s\",\"is_channel\":%2$s,\"is_im\":%3$s}",
          "conversations.members", "\"members\":[\"U1\"]");

  /** What it was asked to do. */
  final List<Call> calls = new CopyOnWriteArrayList<>();

  /** What it was asked to tell. */
  final List<Call> looks = new CopyOnWriteArrayList<>();

  /** What was refused once, as too many calls. */
  final Set<String> refused = ConcurrentHashMap.newKeySet();

  private volatile @Nullable Canned refusal;
  private final Map<String, Deque<Canned>> next = new ConcurrentHashMap<>();
  private final Map<String, Canned> always = new ConcurrentHashMap<>();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final AtomicInteger time = new AtomicInteger(1000);
  private final HttpServer server;

  StubSlack() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  SlackSettings settings() {
    return new SlackSettings("xoxb-1", Signed.SECRET, url("/api/"), 4_000);
  }

  /** The next calls of a method get these replies, then yes again. */
  StubSlack next(String method, Canned... replies) {
    next.computeIfAbsent(method, key -> new ArrayDeque<>()).addAll(List.of(replies));
    return this;
  }

  /** All calls of a method (or of a method about a channel or file) get this reply. */
  StubSlack always(String method, Canned reply) {
    always.put(method, reply);
    return this;
  }

  /** The first call of each method, and of each file and link, is refused: too many calls. */
  StubSlack refuseFirst(int seconds) {
    refusal = Canned.tooMany(seconds);
    return this;
  }

  StubSlack file(String path, byte[] bytes) {
    files.put(path, bytes);
    return this;
  }

  List<Call> of(String method) {
    return Stream.concat(calls.stream(), looks.stream())
        .filter(call -> call.method().equals(method))
        .toList();
  }

  /** The timestamp of the message that was posted last. */
  String lastTs() {
    return "200." + time.get();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String asked = path.replaceFirst("^/api/", "");
      if (refusal != null && refused.add(asked)) {
        exchange.getRequestBody().readAllBytes();
        reply(exchange, refusal);
        return;
      }
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      byte[] file = files.get(path);
      if (file != null) {
        calls.add(
            new Call(
                path,
                Map.of("authorization", exchange.getRequestHeaders().getFirst("Authorization"))));
        exchange.sendResponseHeaders(200, file.length);
        exchange.getResponseBody().write(file);
        return;
      }
      String method = path.replaceFirst("^/api/", "");
      Map<String, String> fields = body.startsWith("{") ? Map.of("json", body) : fields(body);
      (LOOKS.containsKey(method) ? looks : calls).add(new Call(method, fields));
      reply(exchange, answer(method, fields));
    }
  }

  private synchronized Canned answer(String method, Map<String, String> fields) {
    Deque<Canned> queue = next.getOrDefault(method, new ArrayDeque<>());
    if (!queue.isEmpty()) {
      return queue.removeFirst();
    }
    String about =
        Stream.of("channel", "file", "user")
            .map(fields::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("");
    for (String key : List.of(method + " " + about, method)) {
      Canned fixed = always.get(key);
      if (fixed != null) {
        return fixed;
      }
    }
    String look = LOOKS.get(method);
    if (look != null) {
      boolean direct = about.startsWith("D");
      return Canned.json(
          "{\"ok\":true," + look.formatted(about, about.startsWith("C"), direct) + "}");
    }
    String ts = fields.getOrDefault("ts", "200." + time.incrementAndGet());
    return Canned.json(
        "{\"ok\":true,\"ts\":\"" + ts + "\",\"channel\":\"" + about + "\",\"messages\":[]}");
  }

  private static void reply(HttpExchange exchange, Canned canned) {
    try {
      byte[] bytes = canned.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      canned.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(canned.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new TreeMap<>();
    for (String field : form.split("&")) {
      String[] parts = field.split("=", 2);
      if (parts.length == 2) {
        fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return fields;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
