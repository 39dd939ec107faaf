package ragtime.answer;

import java.util.List;
import ragtime.index.Hit;

/**
 * What was found for a question.
 *
 * @param question the question as it was searched for
 * @param hits the passages, best first; none outside the question's audience
 */
public record Retrieval(Standalone question, List<Hit> hits) {
  public Retrieval {
    hits = List.copyOf(hits);
  }

  /** The question as it was searched for, with what the conversation added. */
  public String standaloneQuestion() {
    return question.text();
  }
}
