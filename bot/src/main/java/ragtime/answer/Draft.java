package ragtime.answer;

import java.util.List;
import ragtime.answer.Answer.Status;

/** An answer but for the question and the time it took. */
record Draft(Status status, String text, List<Citation> citations, String model, Spent spent) {
  Draft {
    citations = List.copyOf(citations);
  }

  /** A draft that no model was asked for. */
  Draft(Status status, String text, List<Citation> citations, String model) {
    this(status, text, citations, model, Spent.NOTHING);
  }

  /** The same, with what was spent on it besides. */
  Draft at(Spent expense) {
    return new Draft(status, text, citations, model, spent.plus(expense));
  }

  static Draft notFound(String model, Language language) {
    return new Draft(Status.NOT_FOUND, language.say("notFound"), List.of(), model);
  }

  static Draft unavailable(String model, String words) {
    return new Draft(Status.UNAVAILABLE, words, List.of(), model);
  }
}
