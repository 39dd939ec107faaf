package ragtime.index;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which documents a question names, and with which of its words.
 *
 * @param strengths by document key, from 0 to 1: how clearly; documents not named are absent
 * @param places by place in the question, from 0 to 1: how surely the word there is part of a name
 */
record Naming(Map<String, Double> strengths, Map<Integer, Double> places) {

  /** How many times better a page of a document that is named beyond doubt is taken to fit. */
  private static final double WEIGHT = 8;

  Naming {
    strengths = Map.copyOf(strengths);
    places = Map.copyOf(places);
  }

  /** What scores in a document are multiplied by. */
  double factor(String document) {
    double strength = strengths.getOrDefault(document, 0.0);
    return 1 + WEIGHT * strength * strength;
  }

  /** How surely the word at this place is part of a name. */
  double certainty(int place) {
    return places.getOrDefault(place, 0.0);
  }

  /** The keys of the documents that are named most clearly, at most so many. */
  List<String> clearest(int limit) {
    return strengths.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }
}
