package ragtime.answer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ragtime.index.Hit;
import ragtime.index.KnownAs;
import ragtime.index.Term;
import ragtime.index.Terms;
import ragtime.library.Passage;

/** Which terms of a question the names of the found documents satisfy. */
final class Names {

  private static final int LONGEST = 3;

  private final Map<String, KnownAs> known = new HashMap<>();
  private final Language language;

  Names(List<Hit> hits, Language language) {
    this.language = language;
    Map<String, List<Passage>> passages =
        hits.stream()
            .collect(
                Collectors.groupingBy(
                    hit -> hit.document().key(),
                    Collectors.mapping(Hit::passage, Collectors.toList())));
    for (Hit hit : hits) {
      known.computeIfAbsent(
          hit.document().key(),
          key -> KnownAs.of(hit.document(), passages.getOrDefault(key, List.of())));
    }
  }

  /** The keys of the documents that are named, for each term by its place. */
  List<Set<String>> of(String text, List<Term> terms) {
    List<Set<String>> named = terms.stream().<Set<String>>map(term -> new HashSet<>()).toList();
    known.forEach(
        (key, name) -> {
          for (int at = 0; at < terms.size(); at++) {
            for (int n = 1; n <= LONGEST && at + n <= terms.size(); n++) {
              Term last = terms.get(at + n - 1);
              String words = text.substring(terms.get(at).start(), last.end());
              boolean begins = !language.isStop(word(text, terms.get(at)));
              if (begins && !language.isStop(word(text, last)) && name.names(words)) {
                named.subList(at, at + n).forEach(keys -> keys.add(key));
              }
            }
          }
        });
    return named;
  }

  /** The document among the hits that a question names best; the first hit's if it names none. */
  String best(String question, List<Hit> hits) {
    List<Term> terms = Terms.of(question, language.code());
    List<Set<String>> named = of(question, terms);
    String best = hits.getFirst().document().key();
    int most = 0;
    for (Hit hit : hits) {
      String key = hit.document().key();
      int said = 0;
      for (int i = 0; i < terms.size(); i++) {
        boolean number = Character.isDigit(word(question, terms.get(i)).charAt(0));
        said += !named.get(i).contains(key) ? 0 : number ? 1 : 2;
      }
      if (said > most) {
        most = said;
        best = key;
      }
    }
    return best;
  }

  private static String word(String text, Term term) {
    return text.substring(term.start(), term.end());
  }
}
