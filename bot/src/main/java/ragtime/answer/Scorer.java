package ragtime.answer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges how well units answer a question. */
final class Scorer {

  private static final double BAND = 0.9;
  private static final double NEAR = 0.95;
  private static final double BEFORE = 0.6;
  private static final double SETTING = 0.6;
  private static final double NAMED = 0.9;
  private static final double EXACT = 0.2;
  private static final double AFTER = 0.4;
  private static final double ELSEWHERE = 0.3;

  private final Sought sought;
  private final Pool pool;
  private final Map<String, Map<String, Double>> known = new HashMap<>();

  Scorer(Sought sought, Pool pool) {
    this.sought = sought;
    this.pool = pool;
  }

  Scored score(Unit unit) {
    double weight = 0;
    double covered = 0;
    double told = 0;
    double support = 0;
    boolean leans = false;
    Set<String> own = new HashSet<>();
    for (Want want : sought.wants()) {
      weight += want.weight();
      double inside = in(unit.words(), want);
      boolean listed = unit.kind() == Unit.Kind.ROW || unit.kind() == Unit.Kind.ITEM;
      if (listed && want.figure().isPresent() && want.figure().get().inBandOf(unit.words())) {
        inside = Math.max(inside, BAND);
      }
      double heading = in(unit.heading(), want);
      double near = Math.max(heading, in(unit.leadIn(), want)) * NEAR;
      if (inside > 0 || near > 0) {
        own.add(want.stem());
      }
      leans |= heading > 0 && inside == 0;
      boolean named = want.names().contains(unit.hit().document().key());
      double credit = Math.max(inside, Math.max(near, around(unit, want)));
      if (named) {
        credit = want.proper() ? NAMED : Math.max(credit, SETTING);
      }
      covered += credit * want.weight();
      if (want.telling() && !named) {
        told += want.weight();
        support += credit > 0 ? want.weight() : 0;
      }
    }
    if (weight == 0) {
      return new Scored(unit, 0, 0, 0, 0, 0, false, own);
    }
    double inside = sought.type().in(unit.words(), context(unit), sought.language());
    if (sought.counted().isPresent() && !sought.counted().get().in(unit.words())) {
      inside = Math.min(inside, 0.4);
    }
    double heading =
        unit.heading().isEmpty() || sought.counted().isPresent()
            ? 0
            : 0.6 * sought.type().in(unit.heading(), "", sought.language());
    leans |= heading > inside;
    double typed = Math.max(inside, heading);
    double fit = sought.type().demanded() ? 0.3 + 0.7 * typed : 1;
    double prior = 0.05 / (1 + unit.rank());
    double yes =
        sought.closed() && sought.language().anyOf("yes").matcher(unit.text()).lookingAt()
            ? 0.08
            : 0;
    double kind =
        unit.kind() == Unit.Kind.HEADING && !(sought.type().demanded() && inside > 0.8) ? 0.7 : 1;
    double score =
        kind * covered / weight * fit + prior + yes - (unit.text().length() > 450 ? 0.03 : 0);
    return new Scored(
        unit,
        score + EXACT * exact(unit),
        score,
        covered / weight,
        told == 0 ? 1 : support / told,
        typed,
        leans,
        own);
  }

  /** For a row of figures asked for: how much of its label was asked for, from 0 to 1. */
  private double exact(Unit unit) {
    List<String> cells = Chunk.cells(unit.text());
    if (!sought.type().demanded() || unit.kind() != Unit.Kind.ROW || !Chunk.figures(unit.text())) {
      return 0;
    }
    Set<String> label = new HashSet<>(pool.stems(cells.getFirst()).written());
    label.removeIf(sought.language()::isStop);
    Set<String> asked = new HashSet<>();
    for (Want want : sought.wants()) {
      asked.add(want.stem());
      want.synonyms().stream().filter(label::containsAll).forEach(asked::addAll);
    }
    return label.isEmpty()
        ? 0
        : (double) label.stream().filter(asked::contains).count() / label.size();
  }

  private static String context(Unit unit) {
    // The unit of figures often stands above or below the table.
    boolean figures = unit.kind() == Unit.Kind.ROW && Chunk.figures(unit.text());
    String table = figures ? unit.hit().passage().text() : "";
    return unit.heading() + "\n" + unit.leadIn() + "\n" + table;
  }

  private double around(Unit unit, Want want) {
    double best = BEFORE * in(unit.before(), want);
    best = Math.max(best, SETTING * in(unit.setting(), want));
    best = Math.max(best, AFTER * in(unit.after(), want));
    return Math.max(best, ELSEWHERE * in(unit.hit().passage().text(), want));
  }

  private double in(String text, Want want) {
    return text.isEmpty()
        ? 0
        : known
            .computeIfAbsent(text, unknown -> new HashMap<>())
            .computeIfAbsent(want.stem(), stem -> want.in(pool.stems(text)));
  }
}
