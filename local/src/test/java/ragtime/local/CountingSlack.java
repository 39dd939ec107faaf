package ragtime.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Slack Web API that says yes to everything at once, and counts the messages in each thread. */
final class CountingSlack implements AutoCloseable {
  private static final Pattern THREAD = Pattern.compile("(?:^|&)thread_ts=([^&]*)");
  private static final Map<String, String> FACTS =
      Map.of(
          "auth.test", "\"team_id\":\"T1\"",
          "users.info", "\"user\":{\"id\":\"U1\",\"team_id\":\"T1\"}",
          "users.list", "\"members\":[]",
          "conversations.info", "\"channel\":{\"id\":\"C1\",\"is_channel\":true}",
          "conversations.members", "\"members\":[\"U1\"]",
          "conversations.replies", "\"messages\":[]");

  final Map<String, AtomicInteger> posts = new ConcurrentHashMap<>();
  private final AtomicInteger time = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  CountingSlack() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  URI api() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestURI().getPath().replace("/api/", "");
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (method.equals("chat.postMessage")) {
        Matcher thread = THREAD.matcher(body);
        String root =
            thread.find() ? URLDecoder.decode(thread.group(1), StandardCharsets.UTF_8) : "none";
        posts.computeIfAbsent(root, key -> new AtomicInteger()).incrementAndGet();
      }
      String facts = FACTS.getOrDefault(method, "\"ts\":\"9." + time.incrementAndGet() + "\"");
      byte[] reply = ("{\"ok\":true," + facts + "}").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, reply.length);
      exchange.getResponseBody().write(reply);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
