package ragtime.local.eval;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How a question set went.
 *
 * @param overall all questions together
 * @param kinds the questions of each kind
 * @param results each question, in the order of the set
 */
public record EvalReport(
    Metrics overall, SortedMap<String, Metrics> kinds, List<EvalResult> results) {
  public EvalReport {
    kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
    results = List.copyOf(results);
  }

  /** The report on these results. */
  static EvalReport of(List<EvalResult> results) {
    SortedMap<String, Metrics> kinds =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.question().kind(),
                    TreeMap::new,
                    Collectors.collectingAndThen(Collectors.toList(), Metrics::of)));
    return new EvalReport(Metrics.of(results), kinds, results);
  }
}
