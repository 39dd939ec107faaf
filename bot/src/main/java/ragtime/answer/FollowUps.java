package ragtime.answer;

import java.util.List;

/** Condenses follow-ups by their form alone: no model is asked. */
public final class FollowUps implements Condenser {

  private static final int LOOK_BACK = 4;
  private static final int ELLIPTIC_WORDS = 2;

  @Override
  public Standalone condense(Question question) {
    List<Exchange> history = question.history();
    Standalone earlier = Standalone.alone("");
    for (Exchange exchange :
        history.subList(Math.max(0, history.size() - LOOK_BACK), history.size())) {
      if (!exchange.question().isBlank()) {
        earlier = follow(earlier, exchange.question().strip());
      }
    }
    return follow(earlier, question.text().strip());
  }

  private static Standalone follow(Standalone earlier, String question) {
    return earlier.text().isBlank() || standsAlone(question)
        ? Standalone.alone(question)
        : Standalone.after(earlier.text(), question);
  }

  /** Can a question be understood by someone who has heard nothing before it? */
  static boolean standsAlone(String question) {
    Language language = Language.of(question);
    List<String> content =
        Language.tokens(question).stream()
            .filter(word -> !language.isStop(word) && !language.isLight(word))
            .toList();
    if (content.isEmpty() || language.begins("opener", question)) {
      return false;
    }
    return content.size() > ELLIPTIC_WORDS || !language.anyOf("pronoun").matcher(question).find();
  }
}
