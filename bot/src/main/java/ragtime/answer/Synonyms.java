package ragtime.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ragtime.index.Thesaurus;

/** What else the terms of one question may be called, each by the terms that it takes. */
final class Synonyms {

  private final List<List<Set<String>>> others;
  private final List<Thesaurus.Entry> entries;

  private Synonyms(List<List<Set<String>>> others, List<Thesaurus.Entry> entries) {
    this.others = others;
    this.entries = entries;
  }

  /** Those of a question's stems. */
  static Synonyms of(List<String> stems, Language language) {
    List<List<Set<String>>> others =
        IntStream.range(0, stems.size())
            .<List<Set<String>>>mapToObj(i -> new ArrayList<>())
            .toList();
    List<Thesaurus.Entry> entries = language.thesaurus().in(stems);
    for (Thesaurus.Entry entry : entries) {
      for (int i = entry.start(); i < entry.start() + entry.length(); i++) {
        for (List<String> expression : entry.others()) {
          others.get(i).add(content(expression, language));
        }
      }
    }
    return new Synonyms(others, entries);
  }

  /** The other expressions for what the term at a place is part of. */
  List<Set<String>> of(int place) {
    return others.get(place);
  }

  /** The expressions that were found. */
  List<Thesaurus.Entry> entries() {
    return entries;
  }

  /** The terms that carry an expression; all of them if none does. */
  static Set<String> content(List<String> expression, Language language) {
    Set<String> content =
        expression.stream()
            .filter(stem -> stem.length() > 1 && !language.isStop(stem))
            .collect(Collectors.toSet());
    return content.isEmpty() ? Set.copyOf(expression) : content;
  }
}
