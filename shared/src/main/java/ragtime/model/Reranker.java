package ragtime.model;

import java.util.List;

/** Judges how well texts answer a question. Safe for use by many threads. */
public interface Reranker {

  /** The model's name. */
  String id();

  /**
   * A score for each text, in their order; higher answers better. Throws {@link ModelException}.
   */
  List<Double> score(String question, List<String> texts);
}
