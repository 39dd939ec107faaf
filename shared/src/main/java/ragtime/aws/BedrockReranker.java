package ragtime.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import ragtime.model.Reranker;

/** Cohere Rerank on Bedrock. */
public final class BedrockReranker implements Reranker {

  private final BedrockCalls calls;

  BedrockReranker(BedrockCalls calls) {
    this.calls = calls;
  }

  @Override
  public String id() {
    return calls.model();
  }

  @Override
  public List<Double> score(String question, List<String> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    var documents = new JsonArray();
    texts.forEach(documents::add);
    var body = new JsonObject();
    body.addProperty("api_version", 2);
    body.addProperty("query", question);
    body.add("documents", documents);
    body.addProperty("top_n", texts.size());
    return scores(calls.invoke(body), texts.size());
  }

  private List<Double> scores(JsonObject reply, int count) {
    var scores = new Double[count];
    try {
      for (JsonElement result : reply.getAsJsonArray("results")) {
        var object = result.getAsJsonObject();
        scores[object.get("index").getAsInt()] = object.get("relevance_score").getAsDouble();
      }
    } catch (RuntimeException e) {
      throw BedrockCalls.malformed(calls.model(), e);
    }
    if (Arrays.stream(scores).anyMatch(Objects::isNull)) {
      throw BedrockCalls.malformed(calls.model(), null);
    }
    return List.of(scores);
  }
}
