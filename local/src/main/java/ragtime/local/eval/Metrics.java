package ragtime.local.eval;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How well a set of questions went. A share is empty where no question of the set can tell.
 *
 * @param questions how many there are
 * @param recall1 of the questions whose document is known, those with what they need on the first
 *     page: a right page, or all of them for kind {@code multi-page}
 * @param recall5 the same within the first five pages
 * @param recall10 the same within the first ten
 * @param mrr over the same questions, the mean of 1 / the rank at which they have what they need; 0
 *     for those that never have
 * @param answerAccuracy of the answerable questions with an {@code answer_regex}, those answered
 *     with words that it is found in
 * @param citationAccuracy of the questions whose document is known, those answered with at least
 *     one citation of a right page; a question that was not answered has none
 * @param refusalAccuracy of the unanswerable questions, those answered by saying so
 * @param p50Millis the median time of an answer
 * @param p95Millis the time that 95 of 100 answers take at most
 */
public record Metrics(
    int questions,
    OptionalDouble recall1,
    OptionalDouble recall5,
    OptionalDouble recall10,
    OptionalDouble mrr,
    OptionalDouble answerAccuracy,
    OptionalDouble citationAccuracy,
    OptionalDouble refusalAccuracy,
    long p50Millis,
    long p95Millis) {

  /** The metrics of these results. */
  public static Metrics of(List<EvalResult> results) {
    List<EvalResult> located = where(results, result -> result.question().file().isPresent());
    List<EvalResult> worded =
        where(
            results,
            result ->
                result.question().answerable() && result.question().answerRegex().isPresent());
    List<EvalResult> unanswerable = where(results, result -> !result.question().answerable());
    return new Metrics(
        results.size(),
        mean(located, result -> within(result, 1)),
        mean(located, result -> within(result, 5)),
        mean(located, result -> within(result, 10)),
        mean(located, result -> result.rank().isPresent() ? 1.0 / result.rank().getAsInt() : 0),
        mean(worded, result -> result.saysIt() ? 1 : 0),
        mean(located, result -> result.citesIt() ? 1 : 0),
        mean(unanswerable, result -> result.refuses() ? 1 : 0),
        percentile(results, 50),
        percentile(results, 95));
  }

  private static double within(EvalResult result, int first) {
    return result.rank().orElse(Integer.MAX_VALUE) <= first ? 1 : 0;
  }

  private static OptionalDouble mean(
      List<EvalResult> results, ToDoubleFunction<EvalResult> measure) {
    return results.stream().mapToDouble(measure).average();
  }

  /** The nearest-rank percentile; 0 of nothing. */
  private static long percentile(List<EvalResult> results, int percent) {
    long[] sorted = results.stream().mapToLong(EvalResult::millis).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[(sorted.length * percent + 99) / 100 - 1];
  }

  private static List<EvalResult> where(List<EvalResult> results, Predicate<EvalResult> condition) {
    return results.stream().filter(condition).toList();
  }
}
