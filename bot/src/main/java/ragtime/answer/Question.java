package ragtime.answer;

import java.util.List;
import ragtime.library.Audience;

/**
 * What someone asks.
 *
 * @param text their words
 * @param history what was said before in this conversation, oldest first
 * @param audience whose documents may be shown where the answer will be read
 */
public record Question(String text, List<Exchange> history, Audience audience) {
  public Question {
    if (text.isBlank()) {
      throw new IllegalArgumentException("A question has words");
    }
    history = List.copyOf(history);
  }
}
