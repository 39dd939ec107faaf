package ragtime.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ragtime.index.Hit;
import ragtime.index.Term;
import ragtime.index.Terms;

/** Finds the rows of tables that a figure is worked out from, in the document that fits best. */
final class Bearing {

  private static final double FIT = 0.5;
  private static final double PLACE = 0.3;
  private static final double FIRST = 0.2;
  private static final int MOST = 4;

  private final Language language;
  private final Workings workings;

  private record Row(Unit unit, Set<String> label, double place) {}

  private record Fit(Row row, double score) {}

  private Bearing(Language language, Workings workings) {
    this.language = language;
    this.workings = workings;
  }

  /**
   * The rows for a question, in the order of what they are for; empty if there are none.
   *
   * @param asked the question without how to answer it
   */
  static List<Unit> on(
      String question, String asked, List<Hit> hits, Pool pool, Language language) {
    Workings workings = Workings.of(question, asked, language);
    return workings.lines().isEmpty() || hits.isEmpty()
        ? List.of()
        : new Bearing(language, workings).rows(hits, pool.names().best(asked, hits));
  }

  private List<Unit> rows(List<Hit> hits, String document) {
    List<Row> rows =
        IntStream.range(0, hits.size())
            .filter(rank -> hits.get(rank).document().key().equals(document))
            .boxed()
            .flatMap(rank -> Units.of(hits.get(rank), rank).stream())
            .filter(Bearing::hasFigures)
            .map(unit -> new Row(unit, label(unit), place(unit)))
            .toList();
    Set<Unit> found = new LinkedHashSet<>();
    for (List<Set<String>> called : workings.lines()) {
      best(called, rows).ifPresent(row -> found.add(row.unit()));
    }
    return new ArrayList<>(found).subList(0, Math.min(MOST, found.size()));
  }

  private static Optional<Row> best(List<Set<String>> called, List<Row> rows) {
    return rows.stream()
        .map(row -> new Fit(row, fit(called, row)))
        .filter(fit -> fit.score() > 0)
        .max(Comparator.comparingDouble(Fit::score))
        .map(Fit::row);
  }

  /** How exactly a row's label says it, and how likely this is the row that counts. */
  private static double fit(List<Set<String>> called, Row row) {
    double best = 0;
    for (Set<String> name : called) {
      if (row.label().containsAll(name)) {
        best = Math.max(best, (double) name.size() / row.label().size());
      }
    }
    return best < FIT ? 0 : best + row.place() + FIRST / (1 + row.unit().rank());
  }

  private double place(Unit unit) {
    Set<String> around =
        stems(unit.setting() + "\n" + unit.heading() + "\n" + unit.hit().passage().text());
    return workings.places().stream().anyMatch(around::containsAll) ? PLACE : 0;
  }

  private Set<String> label(Unit unit) {
    return stems(Chunk.cells(unit.text()).getFirst()).stream()
        .filter(stem -> !language.isStop(stem))
        .collect(Collectors.toSet());
  }

  private Set<String> stems(String text) {
    return Terms.of(text, language.code()).stream().map(Term::stem).collect(Collectors.toSet());
  }

  private static boolean hasFigures(Unit unit) {
    return unit.kind() == Unit.Kind.ROW && Chunk.figures(unit.text());
  }
}
