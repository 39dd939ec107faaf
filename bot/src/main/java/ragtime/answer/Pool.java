package ragtime.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ragtime.index.Hit;
import ragtime.index.Term;
import ragtime.index.Terms;

/** The terms of all hits of a question, to tell rare terms from those that all of them have. */
final class Pool {

  private final Map<String, Integer> frequencies = new HashMap<>();
  private final Map<String, Stems> known = new HashMap<>();
  private final Language language;
  private final int size;
  private final Names names;

  Pool(List<Hit> hits, Language language) {
    this.language = language;
    this.size = hits.size();
    this.names = new Names(hits, language);
    for (Hit hit : hits) {
      String all =
          String.join("\n", hit.passage().headings())
              + "\n"
              + hit.document().title()
              + "\n"
              + hit.passage().text();
      stems(all).written().forEach(stem -> frequencies.merge(stem, 1, Integer::sum));
      stems(all).joined().stream()
          .filter(stem -> Character.isDigit(stem.charAt(stem.length() - 1)))
          .forEach(stem -> frequencies.merge(stem, 1, Integer::sum));
    }
  }

  /** Which terms of a question name which of the documents. */
  Names names() {
    return names;
  }

  /** Has any of the passages this term? */
  boolean has(String stem) {
    return frequencies.containsKey(stem);
  }

  /** How much a term tells about the passages that have it; at least .3. */
  double rarity(String stem, List<Set<String>> synonyms) {
    int with = frequencies.getOrDefault(stem, 0);
    if (with == 0) {
      with = synonyms.stream().mapToInt(this::frequency).max().orElse(0);
    }
    return 0.3 + Math.log(1 + (size - with + 0.5) / (with + 0.5)) / Math.log(2 * size + 2);
  }

  private int frequency(Set<String> expression) {
    return expression.stream().mapToInt(stem -> frequencies.getOrDefault(stem, 0)).min().orElse(0);
  }

  /** The stems of a text, with those of each two neighbours written as one word. */
  Stems stems(String text) {
    return known.computeIfAbsent(text, this::analyse);
  }

  /** A figure without the commas of its thousands. */
  static String plain(String stem) {
    return Character.isDigit(stem.charAt(0)) ? stem.replace(",", "") : stem;
  }

  private Stems analyse(String text) {
    List<Term> terms = Terms.of(text, language.code());
    StringBuilder joined = new StringBuilder();
    for (int i = 1; i < terms.size(); i++) {
      Term left = terms.get(i - 1);
      Term right = terms.get(i);
      if (right.start() - left.end() <= 2) {
        joined
            .append(text, left.start(), left.end())
            .append(text, right.start(), right.end())
            .append(' ');
      }
    }
    return new Stems(
        terms.stream().map(term -> plain(term.stem())).collect(Collectors.toSet()),
        Terms.of(joined.toString(), language.code()).stream()
            .map(Term::stem)
            .collect(Collectors.toSet()));
  }
}
