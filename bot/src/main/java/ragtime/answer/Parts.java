package ragtime.answer;

import java.util.List;

/** Takes a question that asks several things apart into questions that ask one. */
final class Parts {

  private Parts() {}

  static List<Standalone> of(Standalone question, Language language) {
    return List.of(question);
  }
}
