package ragtime.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ragtime.model.Embedder;
import ragtime.model.ModelException;
import ragtime.model.UnitVector;

/**
 * An embedding model of Bedrock's: Amazon Titan Text or Cohere Embed.
 *
 * <p>Texts longer than the model takes are embedded by their beginning. Calls for one list run side
 * by side, a bounded number at once; the first that fails fails the list.
 */
public final class BedrockEmbedder implements Embedder {

  private static final int AT_ONCE = 8;

  private final BedrockCalls calls;
  private final EmbeddingDialect dialect;

  BedrockEmbedder(BedrockCalls calls, EmbeddingDialect dialect) {
    this.calls = calls;
    this.dialect = dialect;
  }

  @Override
  public String id() {
    return calls.model() + "/" + dialect.dimensions();
  }

  @Override
  public int dimensions() {
    return dialect.dimensions();
  }

  @Override
  public List<float[]> embed(List<String> texts, Purpose purpose) {
    var batches = batches(texts);
    if (batches.size() == 1) {
      return embedBatch(batches.getFirst(), purpose);
    }
    var vectors = new ArrayList<float[]>(texts.size());
    var threads = Thread.ofVirtual().name("embed-", 0).factory();
    try (var executor = Executors.newFixedThreadPool(AT_ONCE, threads)) {
      try {
        var embedded =
            batches.stream()
                .map(batch -> executor.submit(() -> embedBatch(batch, purpose)))
                .toList();
        embedded.forEach(batch -> vectors.addAll(await(batch)));
      } catch (RuntimeException e) {
        executor.shutdownNow();
        throw e;
      }
    }
    return vectors;
  }

  private List<List<String>> batches(List<String> texts) {
    var batches = new ArrayList<List<String>>();
    for (int from = 0; from < texts.size(); from += dialect.batch()) {
      batches.add(texts.subList(from, Math.min(from + dialect.batch(), texts.size())));
    }
    return batches;
  }

  private List<float[]> embedBatch(List<String> batch, Purpose purpose) {
    var vectors = dialect.vectors(calls.invoke(dialect.body(batch, purpose)));
    if (vectors.size() != batch.size()) {
      throw BedrockCalls.malformed(calls.model(), null);
    }
    for (var vector : vectors) {
      if (vector.length != dialect.dimensions()) {
        throw new ModelException(
            ModelException.Kind.INVALID,
            "%s gives vectors of length %d where %d is expected"
                .formatted(calls.model(), vector.length, dialect.dimensions()),
            null,
            null);
      }
    }
    return vectors.stream().map(UnitVector::of).toList();
  }

  private List<float[]> await(Future<List<float[]>> batch) {
    try {
      return batch.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw BedrockErrors.translate(calls.model(), e);
    } catch (ExecutionException e) {
      throw BedrockErrors.translate(calls.model(), e.getCause() == null ? e : e.getCause());
    }
  }
}
