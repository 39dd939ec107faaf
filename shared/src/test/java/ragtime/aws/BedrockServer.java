package ragtime.aws;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ragtime.model.Behaviour;
import ragtime.model.Embedder.Purpose;
import ragtime.model.FarSide;
import ragtime.model.HashingEmbedder;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/** A server that speaks as Bedrock does: Converse, ConverseStream and InvokeModel. */
public class BedrockServer extends FarSide {

  private static final String JSON = "application/json";
  private static final Gson GSON = new Gson();

  private final boolean streams;

  /** Behaves like this; whoever asks a model that cannot stream for a stream is refused. */
  public BedrockServer(List<Behaviour> behaviours, boolean streams) {
    super(behaviours);
    this.streams = streams;
  }

  @Override
  protected void answer(HttpExchange exchange, Asked request) throws IOException {
    if (!streams && streamed(request)) {
      fail(exchange, 400, "ValidationException", "The model is unsupported for streaming");
    } else {
      super.answer(exchange, request);
    }
  }

  private static boolean streamed(Asked request) {
    return request.path().endsWith("/converse-stream");
  }

  @Override
  protected void answer(HttpExchange exchange, Asked request, Behaviour behaviour)
      throws IOException {
    switch (behaviour) {
      case Behaviour.Throttles(var wait) -> {
        exchange.getResponseHeaders().set("Retry-After", Long.toString(wait.toSeconds()));
        fail(exchange, 429, "ThrottlingException", "Too many requests, please wait");
      }
      case Behaviour.Fails() ->
          fail(exchange, 503, "ServiceUnavailableException", "Bedrock is unable to process");
      case Behaviour.Denies() ->
          fail(exchange, 403, "AccessDeniedException", "You don't have access to the model");
      case Behaviour.Rejects() ->
          fail(exchange, 400, "ValidationException", "Input is too long for requested model.");
      case Behaviour.Says(var pieces, var complete) ->
          speak(exchange, request, pieces, complete ? "end_turn" : "max_tokens");
      case Behaviour.SaysNothing() -> speak(exchange, request, List.of(), "end_turn");
      case Behaviour.ThinksTooLong() -> speak(exchange, request, List.of(), "max_tokens");
      case Behaviour.Declines() ->
          speak(exchange, request, List.of("I can't say that."), "guardrail_intervened");
      case Behaviour.BreaksOff(var pieces) -> {
        start(exchange, request, pieces);
        throw cut();
      }
      case Behaviour.ErrsInMidReply(var pieces) -> {
        if (streamed(request)) {
          start(exchange, request, pieces);
          part(exchange, exception("modelStreamErrorException", "The model broke"));
          exchange.close();
        } else {
          fail(exchange, 500, "InternalServerException", "The model broke");
        }
      }
      case Behaviour.FallsSilent(var pieces) -> {
        if (!pieces.isEmpty()) {
          start(exchange, request, pieces);
        }
        hang();
      }
    }
  }

  private void speak(HttpExchange exchange, Asked request, List<String> pieces, String stop)
      throws IOException {
    if (request.path().endsWith("/invoke")) {
      send(exchange, 200, JSON, invoked(JsonParser.parseString(request.body()).getAsJsonObject()));
    } else if (streamed(request)) {
      start(exchange, request, pieces);
      part(exchange, event("contentBlockStop", "{\"contentBlockIndex\":0}"));
      part(exchange, event("messageStop", "{\"stopReason\":\"%s\"}".formatted(stop)));
      part(
          exchange,
          event(
              "metadata",
              "{\"usage\":{\"inputTokens\":7,\"outputTokens\":3,\"totalTokens\":10},"
                  + "\"metrics\":{\"latencyMs\":5}}"));
      exchange.close();
    } else {
      send(exchange, 200, JSON, whole(String.join("", pieces), stop));
    }
  }

  private void start(HttpExchange exchange, Asked request, List<String> pieces) throws IOException {
    if (!streamed(request)) {
      begin(exchange, JSON);
      part(exchange, "{\"output\":{".getBytes(StandardCharsets.UTF_8));
      return;
    }
    begin(exchange, "application/vnd.amazon.eventstream");
    part(exchange, event("messageStart", "{\"role\":\"assistant\"}"));
    for (var piece : pieces) {
      var text = GSON.toJson(Map.of("text", piece));
      part(
          exchange,
          event("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":%s}".formatted(text)));
    }
  }

  private static byte[] event(String type, String payload) {
    return frame(Map.of(":message-type", "event", ":event-type", type), payload);
  }

  private static byte[] exception(String type, String message) {
    return frame(
        Map.of(":message-type", "exception", ":exception-type", type),
        GSON.toJson(Map.of("message", message)));
  }

  private static byte[] frame(Map<String, String> headers, String payload) {
    var all = new HashMap<String, HeaderValue>();
    headers.forEach((name, value) -> all.put(name, HeaderValue.fromString(value)));
    all.put(":content-type", HeaderValue.fromString(JSON));
    var buffer = new Message(all, payload.getBytes(StandardCharsets.UTF_8)).toByteBuffer();
    var bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private static String whole(String text, String stop) {
    var blocks = text.isEmpty() ? List.of() : List.of(Map.of("text", text));
    return GSON.toJson(
        Map.of(
            "output",
            Map.of("message", Map.of("role", "assistant", "content", blocks)),
            "stopReason",
            stop,
            "usage",
            Map.of("inputTokens", 7, "outputTokens", 3, "totalTokens", 10),
            "metrics",
            Map.of("latencyMs", 5)));
  }

  private static String invoked(JsonObject body) {
    if (body.has("documents")) {
      return scores(body);
    }
    boolean titan = body.has("inputText");
    var asked = body.get(titan ? "dimensions" : "output_dimension");
    var embedder = new HashingEmbedder(asked == null ? 1024 : asked.getAsInt());
    if (titan) {
      var vector = embedder.embed(List.of(body.get("inputText").getAsString()), Purpose.PASSAGE);
      return GSON.toJson(Map.of("embedding", vector.getFirst(), "inputTextTokenCount", 3));
    }
    var texts = body.getAsJsonArray("texts").asList().stream().map(JsonElement::getAsString);
    var vectors = embedder.embed(texts.toList(), Purpose.PASSAGE);
    return GSON.toJson(Map.of("embeddings", Map.of("float", vectors)));
  }

  private static String scores(JsonObject body) {
    JsonArray documents = body.getAsJsonArray("documents");
    var query = body.get("query").getAsString();
    var results =
        IntStream.range(0, documents.size())
            .map(i -> documents.size() - 1 - i)
            .mapToObj(
                i ->
                    Map.of(
                        "index",
                        i,
                        "relevance_score",
                        documents.get(i).getAsString().contains(query) ? 0.9 : 0.1))
            .toList();
    return GSON.toJson(Map.of("results", results));
  }

  private static void fail(HttpExchange exchange, int status, String type, String message)
      throws IOException {
    exchange.getResponseHeaders().set("x-amzn-ErrorType", type);
    send(exchange, status, JSON, GSON.toJson(Map.of("message", message)));
  }
}
