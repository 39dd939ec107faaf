package ragtime.answer;

import java.util.HashSet;
import java.util.Set;

/** Judges how well units answer a question. */
final class Scorer {

  private static final double NEAR = 0.9;
  private static final double BEFORE = 0.6;
  private static final double SETTING = 0.6;
  private static final double AFTER = 0.4;
  private static final double ELSEWHERE = 0.3;

  private final Sought sought;
  private final Pool pool;

  Scorer(Sought sought, Pool pool) {
    this.sought = sought;
    this.pool = pool;
  }

  Scored score(Unit unit) {
    double weight = 0;
    double covered = 0;
    double support = 0;
    boolean leans = false;
    Set<String> own = new HashSet<>();
    for (Want want : sought.wants()) {
      weight += want.weight();
      boolean inside = in(unit.text(), want);
      boolean heading = in(unit.heading(), want);
      if (inside || heading || in(unit.leadIn(), want)) {
        own.add(want.stem());
      }
      leans |= heading && !inside;
      double credit = inside ? 1 : around(unit, want);
      covered += credit * want.weight();
      support += credit > 0 ? want.weight() : 0;
    }
    if (weight == 0) {
      return new Scored(unit, 0, 0, 0, 0, false, own);
    }
    double typed = typed(unit);
    double fit = sought.type().demanded() ? 0.45 + 0.55 * typed : 0.8 + 0.2 * typed;
    double prior = 0.05 / (1 + unit.rank());
    double score = covered / weight * fit + prior - (unit.text().length() > 350 ? 0.03 : 0);
    return new Scored(unit, score, covered / weight, support / weight, typed, leans, own);
  }

  private double typed(Unit unit) {
    double inside = sought.type().in(unit.text(), sought.language());
    double heading =
        unit.heading().isEmpty() ? 0 : sought.type().in(unit.heading(), sought.language());
    return Math.max(inside, 0.5 * heading);
  }

  private double around(Unit unit, Want want) {
    if (in(unit.heading(), want) || in(unit.leadIn(), want)) {
      return NEAR;
    }
    if (in(unit.before(), want)) {
      return BEFORE;
    }
    if (in(unit.setting(), want)) {
      return SETTING;
    }
    if (in(unit.after(), want)) {
      return AFTER;
    }
    return in(unit.hit().passage().text(), want) ? ELSEWHERE : 0;
  }

  private boolean in(String text, Want want) {
    return !text.isEmpty() && pool.stems(text).contains(want.stem());
  }
}
