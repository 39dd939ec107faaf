package ragtime.answer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import ragtime.index.Term;
import ragtime.index.Terms;

/** What is counted in a question that asks how many of it there are. */
record Counted(String stem, Language language) {

  private static final int NEAR = 5;

  /** The word right after the one that asks, if the question asks for a number of things. */
  static Optional<Counted> of(String question, AnswerType type, Language language) {
    Matcher many = language.anyOf("count").matcher(question);
    if (type != AnswerType.AMOUNT || !many.find()) {
      return Optional.empty();
    }
    return Terms.of(question.substring(many.end()), language.code()).stream()
        .findFirst()
        .map(term -> new Counted(term.stem(), language));
  }

  /** Does a number stand near what is counted? */
  boolean in(String text) {
    List<Term> terms = Terms.of(text, language.code());
    for (int i = 0; i < terms.size(); i++) {
      if (counted(terms.get(i).stem())) {
        int from = Math.max(0, i - NEAR);
        int to = Math.min(terms.size(), i + NEAR);
        String around = text.substring(terms.get(from).start(), terms.get(to - 1).end());
        if (AnswerType.AMOUNT.in(around, "", language) > 0) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean counted(String other) {
    return other.equals(stem)
        || language.thesaurus().in(List.of(stem)).stream()
            .anyMatch(entry -> entry.others().contains(List.of(other)));
  }
}
