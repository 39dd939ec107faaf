package ragtime.answer;

import java.util.function.Consumer;

/** Answers questions from the library. Safe for use by many threads. */
public interface Answerer {

  /**
   * The answer to a question; a failure of index or model is an answer too, with status {@code
   * UNAVAILABLE}. Text that is being written is given to {@code onText} piece by piece as it comes;
   * the answer's own text is what counts.
   */
  Answer answer(Question question, Consumer<String> onText);
}
