package ragtime.answer;

import java.util.List;
import ragtime.answer.Answer.Status;

/** An answer but for the question and the time it took. */
record Draft(Status status, String text, List<Citation> citations, String model) {
  Draft {
    citations = List.copyOf(citations);
  }

  static Draft notFound(String model, Language language) {
    return new Draft(Status.NOT_FOUND, language.say("notFound"), List.of(), model);
  }

  static Draft unavailable(String model, String words) {
    return new Draft(Status.UNAVAILABLE, words, List.of(), model);
  }
}
