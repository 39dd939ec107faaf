package ragtime.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import ragtime.model.Embedder.Purpose;

/** Cohere Embed, version 3 or 4 ({@code sized}), which embed questions unlike passages. */
record CohereDialect(boolean sized, int dimensions) implements EmbeddingDialect {

  private static final int MOST_CHARACTERS_V3 = 2048;
  private static final int MOST_CHARACTERS_V4 = 100_000;

  @Override
  public int batch() {
    return 96;
  }

  @Override
  public List<Integer> lengths() {
    return sized ? List.of(256, 512, 1024, 1536) : List.of(dimensions);
  }

  @Override
  public JsonObject body(List<String> texts, Purpose purpose) {
    int most = sized ? MOST_CHARACTERS_V4 : MOST_CHARACTERS_V3;
    var array = new JsonArray();
    texts.forEach(text -> array.add(EmbeddingDialect.first(most, text)));
    var body = new JsonObject();
    body.add("texts", array);
    body.addProperty(
        "input_type",
        switch (purpose) {
          case PASSAGE -> "search_document";
          case QUESTION -> "search_query";
        });
    body.addProperty("truncate", sized ? "RIGHT" : "END");
    var types = new JsonArray();
    types.add("float");
    body.add("embedding_types", types);
    if (sized) {
      body.addProperty("output_dimension", dimensions);
    }
    return body;
  }

  @Override
  public List<float[]> vectors(JsonObject reply) {
    return switch (reply.get("embeddings")) {
      case JsonArray rows -> EmbeddingDialect.rows(rows);
      case JsonObject byType when byType.get("float") instanceof JsonArray rows ->
          EmbeddingDialect.rows(rows);
      case null, default -> List.of();
    };
  }
}
