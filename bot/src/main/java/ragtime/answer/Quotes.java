package ragtime.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import ragtime.index.Hit;
import ragtime.index.Term;
import ragtime.index.Terms;

/** Finds the words of the cited passages that carry a written answer's claims. */
final class Quotes {

  /** How many words a shared figure is worth. */
  private static final double FIGURE = 3;

  private Quotes() {}

  /** A citation for each cited hit, in the order of their numbers. */
  static List<Citation> of(String answer, List<Hit> cited, Language language) {
    List<Citation> citations = new ArrayList<>();
    List<String> sentences = answer.lines().flatMap(line -> Sentences.of(line).stream()).toList();
    for (int i = 0; i < cited.size(); i++) {
      String number = "[" + (i + 1) + "]";
      String claims =
          sentences.stream()
              .filter(sentence -> sentence.contains(number))
              .collect(Collectors.joining(" "));
      Hit hit = cited.get(i);
      citations.add(
          new Citation(i + 1, hit.document(), hit.passage(), quote(claims, hit, language)));
    }
    return citations;
  }

  private static String quote(String claims, Hit hit, Language language) {
    Set<String> wanted = stems(claims, language);
    return Units.of(hit, 0).stream()
        .map(Unit::text)
        .max(Comparator.comparingDouble(text -> fit(stems(text, language), wanted)))
        .orElse(hit.passage().text());
  }

  private static double fit(Set<String> stems, Set<String> wanted) {
    double shared =
        stems.stream()
            .filter(wanted::contains)
            .mapToDouble(stem -> Character.isDigit(stem.charAt(0)) ? FIGURE : 1)
            .sum();
    return shared / Math.sqrt(stems.size() + 1.0);
  }

  private static Set<String> stems(String text, Language language) {
    return Terms.of(text, language.code()).stream().map(Term::stem).collect(Collectors.toSet());
  }
}
