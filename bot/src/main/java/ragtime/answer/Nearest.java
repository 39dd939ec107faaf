package ragtime.answer;

import java.util.List;
import ragtime.index.Hit;

/**
 * Chooses what comes closest to an answer where nothing says it in the question's words, if the
 * search leaves little doubt about the page.
 */
final class Nearest {

  private static final double SURE = 0.25;
  private static final double SUPPORT = 0.3;
  private static final double TYPED = 0.5;
  private static final double NEXT = 0.6;
  private static final int MOST = 2;

  /** How far behind the next page has to be. */
  private static final double BEHIND = 0.66;

  private Nearest() {}

  /** The best of the first page's units; empty if the page or what it says is in doubt. */
  static List<Scored> among(List<Scored> ranked, Sought sought, List<Hit> hits) {
    Hit first = hits.getFirst();
    List<Scored> there =
        ranked.stream()
            .filter(one -> one.unit().kind() != Unit.Kind.HEADING)
            .filter(one -> samePage(one.unit().hit(), first))
            .toList();
    if (there.isEmpty() || !(isNamed(first, sought) || isAhead(first, hits))) {
      return List.of();
    }
    Scored best = there.getFirst();
    boolean near = best.sure() >= SURE && best.support() >= SUPPORT;
    if (!near || sought.type().demanded() && best.typed() < TYPED) {
      return List.of();
    }
    return there.stream().filter(one -> one.score() >= NEXT * best.score()).limit(MOST).toList();
  }

  /** Does the question name the document by two names at least, as by a company and a year? */
  private static boolean isNamed(Hit hit, Sought sought) {
    List<Want> names =
        sought.wants().stream()
            .filter(want -> want.proper() && want.names().contains(hit.document().key()))
            .toList();
    return names.size() > 1 && names.stream().anyMatch(name -> !name.isYear());
  }

  private static boolean isAhead(Hit first, List<Hit> hits) {
    return hits.stream()
        .filter(hit -> !samePage(hit, first))
        .allMatch(hit -> hit.score() <= BEHIND * first.score());
  }

  private static boolean samePage(Hit one, Hit other) {
    return one.document().key().equals(other.document().key())
        && one.passage().page() == other.passage().page();
  }
}
