package ragtime.local.workspace;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Slack's end of Socket Mode: tickets to connect with, each good for once, and the newest
 * connection, over which requests go to the bot in envelopes that it acknowledges by their ids.
 */
final class SocketLine {
  private final String appToken = "xapp-1-" + Ids.secret();
  private final String root;
  private final Duration timeout;
  private final Changes changes;
  private final Map<String, Boolean> tickets = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile Optional<WsContext> connection = Optional.empty();

  SocketLine(String root, Duration timeout, Changes changes) {
    this.changes = changes;
    this.root = root.replaceFirst("^http", "ws");
    this.timeout = timeout;
  }

  /** The app-level token that opens connections. */
  String appToken() {
    return appToken;
  }

  void addTo(Map<String, ApiMethod> methods) {
    methods.put("apps.connections.open", this::ticket);
  }

  /** What the connection does. */
  void serve(WsConfig socket) {
    socket.onConnect(this::connected);
    socket.onMessage(message -> acknowledged(message.message()));
    socket.onClose(closed -> connection = connection.filter(now -> !now.equals(closed)));
  }

  /** How many connections were made so far. */
  int connections() {
    return connections.get();
  }

  boolean isOpen() {
    return connection.isPresent();
  }

  /** Tells the bot to connect anew, as Slack does every few hours. */
  void refresh() {
    connection.ifPresent(
        now ->
            now.send(
                Fields.of("type", "disconnect")
                    .and("reason", "refresh_requested")
                    .json()
                    .toString()));
  }

  /** Ends the connection without a word, as a network does. */
  void drop() {
    connection.ifPresent(WsContext::closeSession);
  }

  /** Sends what would be posted to the request URL, and waits for its acknowledgement. */
  BotEndpoint.Outcome send(String contentType, String body, Map<String, String> headers) {
    String id = Ids.next("Env");
    JsonObject envelope = envelope(id, contentType, body, headers);
    CompletableFuture<JsonObject> acknowledgement = new CompletableFuture<>();
    waiting.put(id, acknowledgement);
    try {
      connection.orElseThrow(IllegalStateException::new).send(envelope.toString());
      JsonObject reply = acknowledgement.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      String payload = reply.has("payload") ? reply.get("payload").toString() : "";
      return new BotEndpoint.Outcome.Reply(200, BotEndpoint.JSON, payload, false);
    } catch (TimeoutException e) {
      return new BotEndpoint.Outcome.Failure("timeout");
    } catch (ExecutionException | IllegalStateException e) {
      return new BotEndpoint.Outcome.Failure("connection_failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new BotEndpoint.Outcome.Failure("connection_failed");
    } finally {
      waiting.remove(id);
    }
  }

  private Fields ticket(ApiRequest request) {
    String ticket = Ids.secret();
    tickets.put(ticket, true);
    return Fields.ok().and("url", root + "/socket/" + ticket);
  }

  private void connected(WsContext socket) {
    if (tickets.remove(socket.pathParam("ticket")) == null) {
      socket.closeSession();
      return;
    }
    connection = Optional.of(socket);
    connections.incrementAndGet();
    socket.send(
        Fields.of("type", "hello")
            .and("num_connections", 1)
            .and("connection_info", Fields.of("app_id", Team.APP_ID))
            .json()
            .toString());
    changes.wake();
  }

  private void acknowledged(String message) {
    if (JsonParser.parseString(message) instanceof JsonObject reply) {
      Optional.ofNullable(waiting.get(Blocks.text(reply, "envelope_id")))
          .ifPresent(future -> future.complete(reply));
    }
  }

  private static JsonObject envelope(
      String id, String contentType, String body, Map<String, String> headers) {
    boolean event = contentType.equals(BotEndpoint.JSON);
    Map<String, String> form = event ? Map.of() : decode(body);
    Fields envelope =
        Fields.of("envelope_id", id)
            .and(
                "type",
                event
                    ? "events_api"
                    : form.containsKey("payload") ? "interactive" : "slash_commands")
            .and("accepts_response_payload", !event)
            .and("payload", event ? JsonParser.parseString(body) : payload(form));
    if (headers.containsKey("X-Slack-Retry-Num")) {
      envelope
          .and("retry_attempt", Integer.parseInt(headers.get("X-Slack-Retry-Num")))
          .and("retry_reason", headers.getOrDefault("X-Slack-Retry-Reason", ""));
    }
    return envelope.json();
  }

  private static JsonObject payload(Map<String, String> form) {
    if (form.containsKey("payload")) {
      return JsonParser.parseString(form.get("payload")).getAsJsonObject();
    }
    JsonObject command = new JsonObject();
    form.forEach(command::addProperty);
    return command;
  }

  private static Map<String, String> decode(String form) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : form.split("&")) {
      String[] parts = pair.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return fields;
  }
}
