package ragtime.model;

import java.util.List;
import java.util.Locale;

/**
 * An Embedder in memory: each word turns the vector in a direction of its own, so texts that share
 * words are near each other. It always gives the same vectors.
 */
public final class HashingEmbedder implements Embedder {

  private final int dimensions;

  /** Gives vectors of this length. */
  public HashingEmbedder(int dimensions) {
    this.dimensions = dimensions;
  }

  @Override
  public String id() {
    return "hashing/" + dimensions;
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  @Override
  public List<float[]> embed(List<String> texts, Purpose purpose) {
    return texts.stream().map(this::vector).toList();
  }

  private float[] vector(String text) {
    var vector = new float[dimensions];
    vector[0] = 1e-3f; // so that a text without words has a direction
    for (var word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        int hash = word.hashCode() * 0x9E3779B9;
        vector[Math.floorMod(hash, dimensions)] += (hash >>> 31) == 0 ? 1 : -1;
      }
    }
    return UnitVector.of(vector);
  }
}
