package ragtime.indexer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ragtime.library.Sha256;
import ragtime.model.Embedder;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectContent;
import ragtime.store.ObjectStore;

/**
 * What reading and embedding gave, by the content that was read and the recipe it was read by. What
 * is damaged counts as absent.
 */
final class PassageCache {
  private final ObjectStore store;

  PassageCache(ObjectStore store) {
    this.store = store;
  }

  /** What was read of this content, for the document with this key. */
  Optional<SplitDocument> document(String contentHash, String key) {
    Optional<byte[]> bytes = bytes(key(contentHash));
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(PassageCodec.decode(bytes.get(), key));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void keep(String contentHash, SplitDocument document) {
    store.put(key(contentHash), ObjectBody.of(PassageCodec.encode(document)));
  }

  /** One vector for each of so many passages. */
  Optional<List<float[]>> vectors(String contentHash, Embedder embedder, int count) {
    return bytes(key(contentHash, embedder))
        .filter(bytes -> bytes.length == count * embedder.dimensions() * Float.BYTES)
        .map(bytes -> decode(ByteBuffer.wrap(bytes), embedder.dimensions()));
  }

  void keep(String contentHash, Embedder embedder, List<float[]> vectors) {
    ByteBuffer buffer = ByteBuffer.allocate(vectors.size() * embedder.dimensions() * Float.BYTES);
    for (float[] vector : vectors) {
      for (float value : vector) {
        buffer.putFloat(value);
      }
    }
    store.put(key(contentHash, embedder), ObjectBody.of(buffer.array()));
  }

  /** Deletes whatever was made of this content, pictures of its pages too. */
  void forget(String contentHash) {
    for (String folder : List.of("passages/", "pictures/")) {
      store.list(folder + contentHash + "/").forEach(each -> store.delete(each.key()));
    }
  }

  private Optional<byte[]> bytes(String key) {
    try (ObjectContent content = store.get(key).orElse(null)) {
      return Optional.ofNullable(content).map(ObjectContent::readAll);
    }
  }

  private static List<float[]> decode(ByteBuffer buffer, int dimensions) {
    List<float[]> vectors = new ArrayList<>();
    while (buffer.hasRemaining()) {
      float[] vector = new float[dimensions];
      for (int i = 0; i < dimensions; i++) {
        vector[i] = buffer.getFloat();
      }
      vectors.add(vector);
    }
    return vectors;
  }

  private static String key(String contentHash) {
    return "passages/" + contentHash + "/" + PassageCodec.RECIPE + ".json.gz";
  }

  private static String key(String contentHash, Embedder embedder) {
    String model = Sha256.of(embedder.id().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return "passages/"
        + contentHash
        + "/"
        + PassageCodec.RECIPE
        + "-"
        + model.substring(0, 12)
        + ".f32";
  }
}
