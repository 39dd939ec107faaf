package ragtime.index;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import ragtime.library.Audience;
import ragtime.library.Document;

/** The documents of an index by their names. Immutable. */
final class DocumentCatalog {

  /** What must be matched before a question is taken to name a document rather than to touch it. */
  private static final double DOUBT = 2;

  /** What the years before the latest of a question count. */
  private static final double EARLIER = 0.5;

  private final List<DocumentName> names;
  private final Map<String, Document> byKey;

  DocumentCatalog(List<DocumentName> names) {
    this.names = List.copyOf(names);
    this.byKey =
        names.stream().collect(Collectors.toMap(n -> n.document().key(), DocumentName::document));
  }

  /** The document with this key, which the index has. */
  Document document(String key) {
    return Objects.requireNonNull(byKey.get(key), "A passage without its document");
  }

  /** Whether this audience may see every document that the index has. */
  boolean isWithin(Audience audience) {
    return names.stream().allMatch(name -> audience.maySee(name.document()));
  }

  /** Whether some document has this word in its name. */
  boolean hasWord(String word) {
    return names.stream()
        .anyMatch(name -> name.words().contains(word) || name.titleWords().contains(word));
  }

  /**
   * Which documents a question names. Words that few names have count most; of several years the
   * latest, since a report on a year is named after it and shows the years before as well.
   *
   * @param ownership of a stem and the keys of the documents that have it in their names: how much
   *     of all its use is in those documents, 0 to 1
   */
  Naming named(
      List<Mention> mentions,
      Audience audience,
      ToDoubleBiFunction<String, Set<String>> ownership) {
    String latest =
        mentions.stream()
            .map(Mention::word)
            .filter(Period::isYear)
            .max(Comparator.naturalOrder())
            .orElse("");
    Map<String, Unit> units = new HashMap<>();
    int visible = 0;
    for (DocumentName name : names) {
      if (!audience.maySee(name.document())) {
        continue;
      }
      visible++;
      for (Mention mention : mentions) {
        boolean year = Period.isYear(mention.word());
        double share = year && !mention.word().equals(latest) ? EARLIER : 1;
        name.match(mention)
            .ifPresent(
                match ->
                    units
                        .computeIfAbsent(year ? "year" : match.by(), by -> new Unit(mention))
                        .add(name, mention, match.strength() * share));
      }
    }
    return sum(units, visible, ownership);
  }

  private static Naming sum(
      Map<String, Unit> units, int documents, ToDoubleBiFunction<String, Set<String>> ownership) {
    Map<String, Double> strengths = new HashMap<>();
    Map<Integer, Double> places = new HashMap<>();
    double most = DOUBT;
    for (var unit : units.entrySet()) {
      Map<String, Double> matched = unit.getValue().strengths;
      Mention mention = unit.getValue().mention;
      boolean word = unit.getKey().equals(mention.word());
      double own =
          word && mention.length() == 1 && !mention.isNumber()
              ? ownership.applyAsDouble(mention.stem(), matched.keySet())
              : 1;
      double rarity = Math.log(1 + (documents - matched.size() + 0.5) / (matched.size() + 0.5));
      matched.forEach(
          (key, strength) -> strengths.merge(key, own * rarity * strength, Double::sum));
      most += own * rarity * matched.values().stream().mapToDouble(x -> x).max().orElse(0);
      unit.getValue().places.forEach(place -> places.merge(place, own, Math::max));
    }
    double all = most;
    strengths.replaceAll((key, strength) -> strength / all);
    return new Naming(strengths, places);
  }

  /** One thing that documents are named by, as the question first mentions it. */
  private static final class Unit {
    private final Mention mention;
    private final Map<String, Double> strengths = new HashMap<>();
    private final Set<Integer> places = new HashSet<>();

    Unit(Mention mention) {
      this.mention = mention;
    }

    void add(DocumentName name, Mention found, double strength) {
      strengths.merge(name.document().key(), strength, Math::max);
      for (int i = 0; i < found.length(); i++) {
        places.add(found.at() + i);
      }
    }
  }
}
