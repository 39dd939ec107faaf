package ragtime.bot;

import ragtime.answer.Answer;
import ragtime.answer.Answerer;
import ragtime.answer.Spent;

/** Counts what answering took of models, whoever answers. Safe for use by many threads. */
final class SpendingMeter {

  private Spent spent = Spent.NOTHING;

  /** Answers as another does, and is counted. */
  Answerer counting(Answerer answerer) {
    return (question, onText) -> {
      Answer answer = answerer.answer(question, onText);
      add(answer.spent());
      return answer;
    };
  }

  private synchronized void add(Spent more) {
    spent = spent.plus(more);
  }

  /** What was spent since this was last asked. */
  synchronized Spent take() {
    Spent taken = spent;
    spent = Spent.NOTHING;
    return taken;
  }
}
