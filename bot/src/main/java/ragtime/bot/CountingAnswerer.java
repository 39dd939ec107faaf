package ragtime.bot;

import java.util.function.Consumer;
import ragtime.answer.Answer;
import ragtime.answer.Answerer;
import ragtime.answer.Question;
import ragtime.answer.Spent;

/** Answers as another does, and counts what its models took. Safe for use by many threads. */
final class CountingAnswerer implements Answerer {

  private final Answerer answerer;
  private Spent spent = Spent.NOTHING;

  CountingAnswerer(Answerer answerer) {
    this.answerer = answerer;
  }

  @Override
  public Answer answer(Question question, Consumer<String> onText) {
    Answer answer = answerer.answer(question, onText);
    synchronized (this) {
      spent = spent.plus(answer.spent());
    }
    return answer;
  }

  /** What was spent since this was last asked. */
  synchronized Spent take() {
    Spent taken = spent;
    spent = Spent.NOTHING;
    return taken;
  }
}
