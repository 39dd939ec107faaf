package ragtime.openai;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import ragtime.model.Attempts;
import ragtime.model.Embedder;
import ragtime.model.ModelException;
import ragtime.model.ModelException.Kind;
import ragtime.model.UnitVector;

/**
 * An embedding model behind {@code POST {base}/embeddings}.
 *
 * <p>The length of its vectors is what the settings say, else what the first reply shows; every
 * later vector must have it too. {@link #dimensions} and {@link #id} ask the model if nobody has
 * yet. Models with prefixes for questions and passages get none.
 */
public final class OpenAiEmbedder implements Embedder, AutoCloseable {

  private static final int BATCH = 64;
  private static final int TRIES_WORTH = 3;
  private static final Gson GSON = new Gson();

  private final OpenAiEndpoint endpoint;
  private final OptionalInt wanted;
  private final Attempts attempts;
  private volatile int dimensions;

  /** A model that is asked with these settings, for vectors of this length or the model's own. */
  public OpenAiEmbedder(
      OpenAiSettings settings, OptionalInt dimensions, Clock clock, Attempts attempts) {
    this.endpoint = new OpenAiEndpoint(settings, clock);
    this.wanted = dimensions;
    this.attempts = attempts;
    this.dimensions = dimensions.orElse(0);
  }

  @Override
  public String id() {
    return endpoint.settings().model() + "/" + dimensions();
  }

  @Override
  public int dimensions() {
    return dimensions > 0
        ? dimensions
        : embed(List.of("dimensions"), Purpose.PASSAGE).getFirst().length;
  }

  @Override
  public List<float[]> embed(List<String> texts, Purpose purpose) {
    var vectors = new ArrayList<float[]>(texts.size());
    for (int from = 0; from < texts.size(); from += BATCH) {
      var batch = texts.subList(from, Math.min(from + BATCH, texts.size()));
      var allowed = endpoint.settings().timeout().multipliedBy(TRIES_WORTH);
      vectors.addAll(
          attempts.within(
              allowed,
              () -> true,
              left -> vectors(endpoint.ask("embeddings", body(batch), left), batch.size())));
    }
    return vectors;
  }

  private JsonObject body(List<String> batch) {
    var input = new JsonArray();
    batch.forEach(input::add);
    var body = new JsonObject();
    body.addProperty("model", endpoint.settings().model());
    body.add("input", input);
    body.addProperty("encoding_format", "float");
    wanted.ifPresent(n -> body.addProperty("dimensions", n));
    return body;
  }

  private List<float[]> vectors(String body, int count) {
    var reply = parse(body);
    var vectors = new float[count][];
    if (reply.data() == null || reply.data().size() != count) {
      throw broken("not as many vectors as texts", null);
    }
    for (int i = 0; i < count; i++) {
      var item = reply.data().get(i);
      int place = item.index() == null ? i : item.index();
      if (place < 0 || place >= count || vectors[place] != null || item.embedding() == null) {
        throw broken("vectors that belong to no text", null);
      }
      vectors[place] = UnitVector.of(checked(item.embedding()));
    }
    return List.of(vectors);
  }

  private synchronized float[] checked(float[] vector) {
    if (dimensions == 0) {
      dimensions = vector.length;
    }
    if (vector.length != dimensions) {
      throw new ModelException(
          Kind.INVALID,
          "The embedding model gives vectors of length %d where %d is expected"
              .formatted(vector.length, dimensions),
          null,
          null);
    }
    return vector;
  }

  private record Reply(@Nullable List<Item> data) {}

  @SuppressWarnings("ArrayRecordComponent") // read once
  private record Item(@Nullable Integer index, float @Nullable [] embedding) {}

  private static Reply parse(String body) {
    try {
      var reply = GSON.fromJson(body, Reply.class);
      return reply == null ? new Reply(null) : reply;
    } catch (JsonParseException e) {
      throw broken("what is not a list of embeddings", e);
    }
  }

  private static ModelException broken(String what, @Nullable Throwable cause) {
    return new ModelException(
        Kind.UNAVAILABLE, "The embedding model's endpoint sent " + what, null, cause);
  }

  @Override
  public void close() {
    endpoint.close();
  }
}
