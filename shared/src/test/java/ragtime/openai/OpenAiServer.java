package ragtime.openai;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import ragtime.model.Behaviour;
import ragtime.model.Embedder.Purpose;
import ragtime.model.FarSide;
import ragtime.model.HashingEmbedder;

/** A server that speaks OpenAI's protocol as various makers do. */
public class OpenAiServer extends FarSide {

  /** Ways in which servers differ. */
  public enum Quirk {
    /** No token counts. */
    NO_USAGE,
    /** The stream just ends. */
    NO_DONE,
    /** Comments between the events. */
    COMMENTS,
    /** Nothing after the colon of "data:", lines end in CRLF. */
    TIGHT_CRLF,
    /** Whoever asks for a stream gets a whole reply. */
    IGNORES_STREAM,
    /** Whoever asks for a stream is refused. */
    REFUSES_STREAM,
    /** Whoever asks for token counts in a stream is refused. */
    REFUSES_STREAM_OPTIONS,
    /** Whoever limits tokens by the old name is told the new one. */
    NEW_LIMIT,
    /** Whoever sets a temperature is refused. */
    REFUSES_TEMPERATURE,
    /** Whoever sends a system message is refused. */
    REFUSES_SYSTEM
  }

  private static final String JSON = "application/json";
  private static final Gson GSON = new Gson();

  private final Set<Quirk> quirks;
  private final HashingEmbedder embedder = new HashingEmbedder(48);

  /** Behaves like this, in this manner. */
  public OpenAiServer(List<Behaviour> behaviours, Set<Quirk> quirks) {
    super(behaviours);
    this.quirks = quirks;
  }

  @Override
  protected void answer(HttpExchange exchange, Asked request) throws IOException {
    var body = JsonParser.parseString(request.body()).getAsJsonObject();
    var complaint = complaint(body);
    if (complaint.isEmpty()) {
      super.answer(exchange, request);
    } else {
      send(exchange, 400, JSON, error("invalid_request_error", complaint));
    }
  }

  private String complaint(JsonObject body) {
    boolean stream = body.has("stream") && body.get("stream").getAsBoolean();
    if (quirks.contains(Quirk.REFUSES_STREAM) && stream) {
      return "stream is not supported by this model";
    }
    if (quirks.contains(Quirk.REFUSES_STREAM_OPTIONS) && body.has("stream_options")) {
      return "Unrecognized request argument supplied: stream_options";
    }
    if (quirks.contains(Quirk.NEW_LIMIT) && body.has("max_tokens")) {
      return "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.";
    }
    if (quirks.contains(Quirk.REFUSES_TEMPERATURE) && body.has("temperature")) {
      return "Unsupported value: 'temperature' does not support 0 with this model.";
    }
    if (quirks.contains(Quirk.REFUSES_SYSTEM) && body.toString().contains("\"system\"")) {
      return "System role not supported";
    }
    return "";
  }

  @Override
  protected void answer(HttpExchange exchange, Asked request, Behaviour behaviour)
      throws IOException {
    var body = JsonParser.parseString(request.body()).getAsJsonObject();
    switch (behaviour) {
      case Behaviour.Throttles(var wait) -> {
        exchange.getResponseHeaders().set("Retry-After", Long.toString(wait.toSeconds()));
        send(exchange, 429, JSON, error("rate_limit_exceeded", "Slow down"));
      }
      case Behaviour.Fails() -> send(exchange, 503, "text/plain", "upstream connect error");
      case Behaviour.Denies() ->
          send(exchange, 401, JSON, error("invalid_api_key", "Who are you?"));
      case Behaviour.Rejects() ->
          send(exchange, 400, JSON, error("context_length_exceeded", "Too long"));
      case Behaviour.Says(var pieces, var complete) ->
          speak(exchange, request, pieces, complete ? "stop" : "length");
      case Behaviour.SaysNothing() -> speak(exchange, request, List.of(), "stop");
      case Behaviour.ThinksTooLong() -> speak(exchange, request, List.of(), "length");
      case Behaviour.Declines() -> speak(exchange, request, List.of(), "content_filter");
      case Behaviour.BreaksOff(var pieces) -> {
        start(exchange, body, pieces);
        throw cut();
      }
      case Behaviour.ErrsInMidReply(var pieces) -> {
        if (streams(body)) {
          start(exchange, body, pieces);
          event(exchange, error("server_error", "CUDA out of memory"));
          exchange.close();
        } else {
          send(exchange, 500, JSON, error("server_error", "CUDA out of memory"));
        }
      }
      case Behaviour.FallsSilent(var pieces) -> {
        if (!pieces.isEmpty()) {
          start(exchange, body, pieces);
        }
        hang();
      }
    }
  }

  private void speak(HttpExchange exchange, Asked request, List<String> pieces, String finish)
      throws IOException {
    var body = JsonParser.parseString(request.body()).getAsJsonObject();
    if (request.path().endsWith("/embeddings")) {
      send(exchange, 200, JSON, embeddings(body));
    } else if (request.path().endsWith("/rerank")) {
      send(exchange, 200, JSON, scores(body));
    } else if (streams(body)) {
      start(exchange, body, pieces);
      event(exchange, chunk("delta", "", finish));
      if (!quirks.contains(Quirk.NO_USAGE) && body.has("stream_options")) {
        event(exchange, "{\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":3}}");
      }
      if (!quirks.contains(Quirk.NO_DONE)) {
        event(exchange, "[DONE]");
      }
      exchange.close();
    } else {
      var whole = JsonParser.parseString(chunk("message", String.join("", pieces), finish));
      if (!quirks.contains(Quirk.NO_USAGE)) {
        whole
            .getAsJsonObject()
            .add("usage", JsonParser.parseString("{\"prompt_tokens\":7,\"completion_tokens\":3}"));
      }
      send(exchange, 200, JSON, whole.toString());
    }
  }

  private boolean streams(JsonObject body) {
    return body.has("stream")
        && body.get("stream").getAsBoolean()
        && !quirks.contains(Quirk.IGNORES_STREAM);
  }

  private void start(HttpExchange exchange, JsonObject body, List<String> pieces)
      throws IOException {
    if (!streams(body)) {
      begin(exchange, JSON);
      part(exchange, "{\"choices\":[{".getBytes(StandardCharsets.UTF_8));
      return;
    }
    begin(exchange, "text/event-stream; charset=utf-8");
    event(exchange, "{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\"}}]}");
    for (var piece : pieces) {
      event(exchange, chunk("delta", piece, ""));
    }
  }

  private void event(HttpExchange exchange, String data) throws IOException {
    boolean tight = quirks.contains(Quirk.TIGHT_CRLF);
    var comment = quirks.contains(Quirk.COMMENTS) ? ": keep-alive\n\n" : "";
    var event = tight ? "data:" + data + "\r\n\r\n" : "data: " + data + "\n\n";
    part(exchange, (comment + event).getBytes(StandardCharsets.UTF_8));
  }

  private static String chunk(String part, String text, String finish) {
    var message = new JsonObject();
    message.addProperty("content", text);
    var choice = new JsonObject();
    choice.add(part, message);
    choice.addProperty("finish_reason", finish.isEmpty() ? null : finish);
    var choices = new JsonArray();
    choices.add(choice);
    var chunk = new JsonObject();
    chunk.add("choices", choices);
    return chunk.toString();
  }

  private String embeddings(JsonObject body) {
    var texts = body.getAsJsonArray("input").asList().stream().map(t -> t.getAsString()).toList();
    var vectors = embedder.embed(texts, Purpose.PASSAGE);
    var data = new JsonArray();
    for (int i = vectors.size() - 1; i >= 0; i--) { // any order will do
      var longer = vectors.get(i);
      for (int d = 0; d < longer.length; d++) {
        longer[d] *= 3; // not every model gives unit vectors
      }
      var item = new JsonObject();
      item.addProperty("index", i);
      item.add("embedding", GSON.toJsonTree(longer));
      data.add(item);
    }
    var reply = new JsonObject();
    reply.add("data", data);
    return reply.toString();
  }

  private static String scores(JsonObject body) {
    var query = body.get("query").getAsString();
    var results = new JsonArray();
    for (int i = body.getAsJsonArray("documents").size() - 1; i >= 0; i--) {
      var result = new JsonObject();
      result.addProperty("index", i);
      var document = body.getAsJsonArray("documents").get(i).getAsString();
      result.addProperty("relevance_score", document.contains(query) ? 0.9 : 0.1);
      results.add(result);
    }
    var reply = new JsonObject();
    reply.add("results", results);
    return reply.toString();
  }

  private static String error(String code, String message) {
    var error = new JsonObject();
    error.addProperty("code", code);
    error.addProperty("message", message);
    var body = new JsonObject();
    body.add("error", error);
    return body.toString();
  }
}
