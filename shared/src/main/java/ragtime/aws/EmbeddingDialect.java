package ragtime.aws;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ragtime.model.Embedder.Purpose;

/** How one family of embedding models is asked by InvokeModel, and replies. */
sealed interface EmbeddingDialect permits TitanDialect, CohereDialect {

  Gson GSON = new Gson();

  /**
   * The dialect of a model by its name, with the vector length wanted; nothing if it is unknown.
   */
  static Optional<EmbeddingDialect> of(String model, OptionalInt wanted) {
    if (model.contains("titan-embed-text-v2")) {
      return Optional.of(new TitanDialect(true, wanted.orElse(512)));
    }
    if (model.contains("titan-embed-text-v1")) {
      return Optional.of(new TitanDialect(false, 1536));
    }
    if (model.contains("cohere.embed-v4")) {
      return Optional.of(new CohereDialect(true, wanted.orElse(1024)));
    }
    if (model.contains("cohere.embed-")) {
      return Optional.of(new CohereDialect(false, model.contains("light") ? 384 : 1024));
    }
    return Optional.empty();
  }

  /** How many texts one call takes. */
  int batch();

  /** The length of the vectors. */
  int dimensions();

  /** The lengths that the model offers. */
  List<Integer> lengths();

  /** What to send for these texts. */
  JsonObject body(List<String> texts, Purpose purpose);

  /** The vectors in a reply, in the order of the texts; fewer or none if it is malformed. */
  List<float[]> vectors(JsonObject reply);

  /** A text's beginning, without half a character at its end. */
  static String first(int length, String text) {
    if (text.length() <= length) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, splits ? length - 1 : length);
  }

  /** Reads a list of lists of numbers. */
  static List<float[]> rows(JsonArray rows) {
    return rows.asList().stream().map(EmbeddingDialect::row).toList();
  }

  /** Reads a list of numbers. */
  static float[] row(JsonElement row) {
    return GSON.fromJson(row, float[].class);
  }
}
