package ragtime.answer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ragtime.index.Term;
import ragtime.index.Terms;

/** Words for the same thing, from the resource {@code language/<code>.synonyms}, as stems. */
final class Synonyms {

  private final Map<String, Set<String>> groups = new HashMap<>();

  private Synonyms() {}

  /** The other stems that may stand for this one. */
  Set<String> of(String stem) {
    return groups.getOrDefault(stem, Set.of());
  }

  static Synonyms load(String code) {
    String resource = "language/" + code + ".synonyms";
    Synonyms synonyms = new Synonyms();
    try (InputStream in = Synonyms.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the class path");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> synonyms.add(Terms.of(line, code)));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
    return synonyms;
  }

  private void add(List<Term> group) {
    for (Term term : group) {
      Set<String> others = groups.computeIfAbsent(term.stem(), stem -> new HashSet<>());
      group.stream().map(Term::stem).filter(stem -> !stem.equals(term.stem())).forEach(others::add);
    }
  }
}
