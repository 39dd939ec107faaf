package ragtime.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ragtime.index.Period;
import ragtime.index.Term;
import ragtime.index.Terms;
import ragtime.index.Thesaurus;

/**
 * The lines that a figure is worked out from, where it may not be printed: those that the question
 * itself defines it by, or else those that the thesaurus knows for it.
 *
 * @param lines for each line all that it may be called, each by its terms
 * @param places where such lines stand, each by its terms
 */
record Workings(List<List<Set<String>>> lines, List<Set<String>> places) {

  private static final Pattern OPERATION =
      Pattern.compile("[/*+()=:÷×,;]|\\s[-–—]\\s|(?<=\\d)%|[.?!](?:\\s|$)");
  private static final Pattern END = Pattern.compile("[.?!](?:\\s|$)");

  Workings {
    lines = List.copyOf(lines);
    places = List.copyOf(places);
  }

  /**
   * Those of a question; no lines if it asks for no such figure.
   *
   * @param asked the question without how to answer it
   */
  static Workings of(String question, String asked, Language language) {
    if (language.anyOf("cause").matcher(asked).find()) {
      return new Workings(List.of(), List.of());
    }
    Set<List<String>> lines = new LinkedHashSet<>();
    Set<Set<String>> places = new LinkedHashSet<>();
    List<String> stems = stems(question, language);
    for (Thesaurus.Entry entry : language.thesaurus().in(stems)) {
      List<List<String>> parts = entry.parts();
      if (parts.stream().anyMatch(part -> isPlace(part, language))) {
        lines.add(List.copyOf(stems.subList(entry.start(), entry.start() + entry.length())));
        lines.addAll(parts);
      }
    }
    if (lines.isEmpty() && changes(asked, language)) {
      List<String> said = stems(asked, language);
      for (Thesaurus.Entry entry : language.thesaurus().in(said)) {
        lines.add(List.copyOf(said.subList(entry.start(), entry.start() + entry.length())));
      }
    }
    List<List<String>> defined = defined(question, language);
    if (!defined.isEmpty()) {
      lines.clear();
      lines.addAll(defined);
    }
    List<List<Set<String>>> called = new ArrayList<>();
    for (List<String> line : lines) {
      if (isPlace(line, language)) {
        places.add(Synonyms.content(line, language));
      } else {
        called.add(called(line, language));
      }
    }
    for (Thesaurus.Entry entry : language.thesaurus().in(stems)) {
      List<String> said = stems.subList(entry.start(), entry.start() + entry.length());
      if (isPlace(said, language)) {
        places.addAll(called(said, language));
      }
    }
    return new Workings(called, List.copyOf(places));
  }

  private static List<Set<String>> called(List<String> line, Language language) {
    Set<Set<String>> called = new LinkedHashSet<>();
    called.add(Synonyms.content(line, language));
    for (Thesaurus.Entry entry : language.thesaurus().in(line)) {
      if (entry.length() == line.size() && entry.parts().isEmpty()) {
        entry.others().forEach(other -> called.add(Synonyms.content(other, language)));
      }
    }
    return List.copyOf(called);
  }

  /** Is it asked how something changed from one period to another? */
  private static boolean changes(String asked, Language language) {
    return language.anyOf("change").matcher(asked).find()
        && Terms.of(asked, language.code()).stream()
            .map(term -> asked.substring(term.start(), term.end()))
            .anyMatch(word -> Period.isYear(word) || Period.parts(word).isPresent());
  }

  /** The operands of a definition that the question gives. */
  private static List<List<String>> defined(String question, Language language) {
    List<List<String>> operands = new ArrayList<>();
    Matcher define = language.anyOf("defined").matcher(question);
    if (define.find()) {
      String formula = question.substring(define.end());
      Matcher end = END.matcher(formula);
      formula = end.find() ? formula.substring(0, end.start()) : formula;
      formula = language.anyOf("operation").matcher(formula).replaceAll("/");
      for (String operand : OPERATION.split(formula)) {
        List<String> stems = stems(operand, language);
        if (!stems.isEmpty() && stems.size() <= 8) {
          operands.add(stems);
        }
      }
    }
    return operands;
  }

  private static boolean isPlace(List<String> expression, Language language) {
    return expression.stream().anyMatch(stem -> language.anyOf("places").matcher(stem).matches());
  }

  private static List<String> stems(String text, Language language) {
    List<String> stems = new ArrayList<>();
    for (Term term : Terms.of(text, language.code())) {
      String word = text.substring(term.start(), term.end());
      boolean number = Character.isDigit(word.charAt(0));
      if (!number && Period.parts(word).isEmpty()) {
        stems.add(term.stem());
      }
    }
    return stems;
  }
}
