package ragtime.openai;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ragtime.model.Attempts;
import ragtime.model.ModelException;
import ragtime.model.Reranker;

/**
 * A reranking model behind {@code POST {base}/rerank}, which vLLM, llama.cpp and LocalAI add to
 * OpenAI's protocol.
 */
public final class OpenAiReranker implements Reranker, AutoCloseable {

  private static final Gson GSON = new Gson();

  private final OpenAiEndpoint endpoint;
  private final Attempts attempts;

  /** A model that is asked with these settings. */
  public OpenAiReranker(OpenAiSettings settings, Clock clock, Attempts attempts) {
    this.endpoint = new OpenAiEndpoint(settings, clock);
    this.attempts = attempts;
  }

  @Override
  public String id() {
    return endpoint.settings().model();
  }

  @Override
  public List<Double> score(String question, List<String> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    return attempts.within(
        endpoint.settings().timeout(),
        () -> true,
        left -> scores(endpoint.ask("rerank", body(question, texts), left), texts.size()));
  }

  private JsonObject body(String question, List<String> texts) {
    var documents = new JsonArray();
    texts.forEach(documents::add);
    var body = new JsonObject();
    body.addProperty("model", id());
    body.addProperty("query", question);
    body.addProperty("top_n", texts.size());
    body.add("documents", documents);
    return body;
  }

  private record Reply(@Nullable List<Result> results) {}

  private record Result(int index, @SerializedName("relevance_score") double score) {}

  private static List<Double> scores(String said, int count) {
    try {
      var reply = GSON.fromJson(said, Reply.class);
      var results = reply == null || reply.results() == null ? List.<Result>of() : reply.results();
      var scores = new Double[count];
      for (var result : results) {
        scores[result.index()] = result.score();
      }
      var all = Arrays.asList(scores);
      if (Collections.frequency(all, null) == 0) {
        return List.copyOf(all);
      }
      throw broken(null);
    } catch (JsonParseException | IndexOutOfBoundsException e) {
      throw broken(e);
    }
  }

  private static ModelException broken(@Nullable Throwable cause) {
    return new ModelException(
        ModelException.Kind.UNAVAILABLE,
        "The reranking model's endpoint sent what is not a score for each text",
        null,
        cause);
  }

  @Override
  public void close() {
    endpoint.close();
  }
}
