package ragtime.answer;

import java.util.List;

/**
 * What was quoted for a question.
 *
 * @param kind what it is to the question
 * @param quotations the quotations, best first
 */
record Excerpt(Kind kind, List<Quotation> quotations) {

  /** What quotations are to a question; {@code say} names the words that tell it. */
  enum Kind {
    ANSWER("quoted"),
    BEARING("bearing"),
    NEAREST("nearest");

    final String say;

    Kind(String say) {
      this.say = say;
    }
  }

  Excerpt {
    quotations = List.copyOf(quotations);
  }
}
