package ragtime.model;

import java.util.List;

/**
 * Turns text into vectors whose cosine tells how near two texts are in meaning. Safe for use by
 * many threads.
 */
public interface Embedder {

  /** What a text is embedded for; some models embed questions and documents differently. */
  enum Purpose {
    PASSAGE,
    QUESTION
  }

  /**
   * Names the model and the length of its vectors, such as {@code
   * amazon.titan-embed-text-v2:0/512}.
   */
  String id();

  /** The length of each vector. */
  int dimensions();

  /**
   * One unit-length vector for each text, in their order. Splits into as many calls as the model
   * needs. Throws {@link ModelException}.
   */
  List<float[]> embed(List<String> texts, Purpose purpose);
}
