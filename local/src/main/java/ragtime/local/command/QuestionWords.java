package ragtime.local.command;

import java.util.List;
import ragtime.answer.Question;
import ragtime.library.Audience;
import ragtime.local.UsageException;

/** The question on a command line, with or without quotes around it. */
final class QuestionWords {
  private static final int LONGEST = 4000;

  private QuestionWords() {}

  static Question question(List<String> words) {
    Arguments.refuseOptions(words);
    String text = String.join(" ", words).strip();
    if (text.isEmpty()) {
      throw new UsageException("Ask something: a question in quotes");
    }
    if (text.length() > LONGEST) {
      throw new UsageException("A question has at most " + LONGEST + " characters");
    }
    return new Question(text, List.of(), new Audience.Everything());
  }
}
