package ragtime.aws;

import com.google.gson.JsonObject;
import java.util.List;
import ragtime.model.Embedder.Purpose;

/** Amazon Titan Text Embeddings, which take one text a call and know no purposes. */
record TitanDialect(boolean sized, int dimensions) implements EmbeddingDialect {

  private static final int MOST_CHARACTERS = 50_000;

  @Override
  public int batch() {
    return 1;
  }

  @Override
  public List<Integer> lengths() {
    return sized ? List.of(256, 512, 1024) : List.of(dimensions);
  }

  @Override
  public JsonObject body(List<String> texts, Purpose purpose) {
    var body = new JsonObject();
    body.addProperty("inputText", EmbeddingDialect.first(MOST_CHARACTERS, texts.getFirst()));
    if (sized) {
      body.addProperty("dimensions", dimensions);
      body.addProperty("normalize", true);
    }
    return body;
  }

  @Override
  public List<float[]> vectors(JsonObject reply) {
    var embedding = reply.get("embedding");
    return embedding == null ? List.of() : List.of(EmbeddingDialect.row(embedding));
  }
}
