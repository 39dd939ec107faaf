package ragtime.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ragtime.index.Term;
import ragtime.index.Terms;

/**
 * What a question is after.
 *
 * @param wants its terms, without those that say nothing
 * @param type the kind of thing it asks for
 * @param language its language
 */
record Sought(List<Want> wants, AnswerType type, Language language) {

  private static final double LIGHT = 0.25;
  private static final double ASKING = 0.3;
  private static final double INHERITED = 0.4;

  Sought {
    wants = List.copyOf(wants);
  }

  static Sought of(Standalone question, Pool pool, Language language) {
    AnswerType own = AnswerType.of(question.own(), language);
    AnswerType type =
        own == AnswerType.ANYTHING && !asks(question.own(), language)
            ? AnswerType.of(question.context(), language)
            : own;
    List<Want> wants = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    collect(question.own(), 1, type, pool, language, seen, wants);
    collect(question.context(), INHERITED, type, pool, language, seen, wants);
    return new Sought(wants, type, language);
  }

  double weight() {
    return wants.stream().mapToDouble(Want::weight).sum();
  }

  private static boolean asks(String text, Language language) {
    return language.anyOf("question").matcher(text).find();
  }

  private static void collect(
      String text,
      double factor,
      AnswerType type,
      Pool pool,
      Language language,
      Set<String> seen,
      List<Want> wants) {
    String asking =
        type.askedBy(language)
            .matcher(text)
            .results()
            .map(m -> m.group())
            .reduce("", (a, b) -> a + " " + b);
    Set<String> askingStems =
        new HashSet<>(Terms.of(asking, language.code()).stream().map(Term::stem).toList());
    for (Term term : Terms.of(text, language.code())) {
      String word = text.substring(term.start(), term.end());
      if (language.isStop(word) || !seen.add(term.stem())) {
        continue;
      }
      double kind = askingStems.contains(term.stem()) ? ASKING : language.isLight(word) ? LIGHT : 1;
      wants.add(new Want(term.stem(), word, factor * kind * pool.rarity(term.stem())));
    }
  }
}
