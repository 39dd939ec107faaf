package ragtime.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ragtime.index.Period;
import ragtime.index.Term;
import ragtime.index.Terms;

/**
 * What a question is after.
 *
 * @param wants its terms, without those that say nothing
 * @param type the kind of thing it asks for
 * @param language its language
 * @param counted what it wants counted, if anything
 * @param closed whether yes or no would answer it
 * @param sum whether several things of that kind may be needed to answer it
 */
record Sought(
    List<Want> wants,
    AnswerType type,
    Language language,
    Optional<Counted> counted,
    boolean closed,
    boolean sum) {

  private static final double LIGHT = 0.25;
  private static final double ASKING = 0.3;
  private static final double INHERITED = 0.5;
  private static final double NAME = 1.6;

  Sought {
    wants = List.copyOf(wants);
  }

  /**
   * What a question is after.
   *
   * @param figures whether the answer is to be given in figures, whatever its words ask for
   */
  static Sought of(Standalone question, Pool pool, Language language, boolean figures) {
    AnswerType said = AnswerType.of(question.own(), language);
    AnswerType own = said == AnswerType.ANYTHING && figures ? AnswerType.AMOUNT : said;
    AnswerType earlier = AnswerType.of(question.context(), language);
    boolean asks = language.anyOf("question").matcher(question.own()).find();
    AnswerType type = own == AnswerType.ANYTHING && !asks ? earlier : own;
    boolean refers = language.anyOf("pronoun").matcher(question.own()).find();
    Map<String, Want> wants = new LinkedHashMap<>();
    collect(question.own(), type, pool, language, wants);
    List<Want> mine = List.copyOf(wants.values());
    collect(question.context(), earlier, pool, language, wants);
    List<Want> inherited = List.copyOf(wants.values()).subList(mine.size(), wants.size());
    double factor = refers ? 1 : share(mine, inherited);
    Stream<Want> all =
        Stream.concat(mine.stream(), inherited.stream().map(want -> want.times(factor)));
    boolean closed = language.begins("closed", question.own());
    boolean sum = language.anyOf("sum").matcher(question.own()).find();
    Optional<Counted> counted = Counted.of(question.own(), type, language);
    return new Sought(all.toList(), type, language, counted, closed, sum);
  }

  double weight() {
    return weight(wants);
  }

  /** What is only inherited from the conversation weighs at most half of what was just asked. */
  private static double share(List<Want> mine, List<Want> inherited) {
    double own = weight(mine);
    double other = weight(inherited);
    return own == 0 || other == 0 ? 1 : Math.min(1, INHERITED * own / other);
  }

  private static double weight(List<Want> wants) {
    return wants.stream().mapToDouble(Want::weight).sum();
  }

  private static void collect(
      String text, AnswerType type, Pool pool, Language language, Map<String, Want> wants) {
    List<int[]> asking =
        type.askedBy(language)
            .matcher(text)
            .results()
            .map(m -> new int[] {m.start(), m.end()})
            .toList();
    Optional<Term> label = Optional.empty();
    List<Term> terms = hyphenated(Terms.of(text, language.code()), text, language);
    Synonyms synonyms = Synonyms.of(terms.stream().map(Term::stem).toList(), language);
    List<Set<String>> names = pool.names().of(text, terms);
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      String word = text.substring(term.start(), term.end()).replaceFirst("['’]\\p{L}{1,2}$", "");
      boolean asks = asking.stream().anyMatch(at -> at[0] <= term.start() && term.end() <= at[1]);
      boolean numbered = Character.isDigit(word.charAt(0)) && label.isPresent();
      String stem = numbered ? labelled(text, label.get(), word) : Pool.plain(term.stem());
      Optional<List<String>> period = Period.parts(word);
      if (period.isPresent()) {
        stem = period.get().getFirst();
      }
      if (!language.isStop(word) && !wants.containsKey(stem)) {
        wants.put(
            stem,
            want(stem, synonyms.of(i), names.get(i), word, asks, term.start() > 0, pool, language));
      }
      boolean labels =
          !language.isStop(word)
              && !Character.isDigit(word.charAt(0))
              && text.startsWith(" ", term.end());
      label = labels ? Optional.of(term) : Optional.empty();
    }
  }

  /** The terms, with those joined that a hyphen makes a word of which neither says it alone. */
  private static List<Term> hyphenated(List<Term> terms, String text, Language language) {
    List<Term> joined = new ArrayList<>();
    for (Term term : terms) {
      Term last = joined.isEmpty() ? term : joined.getLast();
      boolean hyphen = last.end() + 1 == term.start() && text.charAt(last.end()) == '-';
      if (hyphen && (weak(last, text, language) || weak(term, text, language))) {
        String whole =
            text.substring(last.start(), last.end()) + text.substring(term.start(), term.end());
        joined.removeLast();
        for (Term one : Terms.of(whole, language.code())) {
          joined.add(new Term(one.stem(), last.start(), term.end()));
        }
      } else {
        joined.add(term);
      }
    }
    return joined;
  }

  private static boolean weak(Term term, String text, Language language) {
    String word = text.substring(term.start(), term.end());
    return word.length() == 1 || language.isStop(word) || language.isLight(word);
  }

  /** A number right after a word, as in "unit 8", means nothing without it. */
  private static String labelled(String text, Term label, String number) {
    return text.substring(label.start(), label.end()).toLowerCase(Locale.ROOT) + Pool.plain(number);
  }

  private static Want want(
      String stem,
      List<Set<String>> synonyms,
      Set<String> names,
      String word,
      boolean asks,
      boolean inside,
      Pool pool,
      Language language) {
    boolean light = language.isLight(word);
    Optional<Figure> figure = Period.isYear(stem) ? Optional.empty() : Figure.of(Pool.plain(stem));
    boolean name =
        inside && !language.code().equals("de") && Character.isUpperCase(word.charAt(0))
            || Character.isDigit(word.charAt(0)) && figure.isEmpty();
    double kind = asks ? ASKING : light ? LIGHT : name && !pool.has(stem) ? NAME : 1;
    double weight = kind * pool.rarity(stem, synonyms);
    return new Want(
        stem, synonyms, weight, !asks && !light, figure, name || Period.isYear(stem), names);
  }
}
