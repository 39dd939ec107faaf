package ragtime.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import ragtime.index.Hit;

/** Answers by quotation: picks the pieces of the passages that answer a question, or none. */
final class Extractor {

  private static final double SCORE = 0.42;
  private static final double SUPPORT = 0.55;
  private static final int MOST = 3;
  private static final int CHARACTERS = 600;

  /** The quotations that answer the question, best first; empty if nothing supports an answer. */
  List<Quotation> extract(Retrieval retrieval) {
    List<Quotation> quotations = new ArrayList<>();
    Language language = Language.of(retrieval.question().own());
    Pool pool = new Pool(retrieval.hits(), language);
    boolean figures = language.anyOf("units.answer").matcher(retrieval.question().own()).find();
    List<Standalone> parts = Parts.of(Asked.of(retrieval.question(), language), language);
    int most = parts.size() < 3 ? MOST : parts.size() == 3 ? MOST - 1 : 1;
    for (Standalone part : parts) {
      Sought sought = Sought.of(part, pool, language, figures);
      for (Scored chosen : choose(sought, pool, retrieval.hits(), most)) {
        Quotation quotation = quote(chosen.unit(), chosen.leans());
        if (!quotations.contains(quotation)) {
          quotations.add(quotation);
        }
      }
    }
    return quotations;
  }

  /** The rows that a figure is worked out from which the question asks for; mostly none. */
  List<Quotation> bearing(Retrieval retrieval) {
    String question = retrieval.question().own();
    return Bearing.on(question, retrieval.hits(), Language.of(question)).stream()
        .map(unit -> quote(unit, false))
        .toList();
  }

  private List<Scored> choose(Sought sought, Pool pool, List<Hit> hits, int most) {
    Scorer scorer = new Scorer(sought, pool);
    List<Scored> ranked =
        IntStream.range(0, hits.size())
            .boxed()
            .flatMap(rank -> Units.of(hits.get(rank), rank).stream())
            .map(scorer::score)
            .sorted(Comparator.comparingDouble(Scored::score).reversed())
            .toList();
    if (ranked.isEmpty()
        || !answers(ranked.getFirst(), sought)
        || lacksYear(ranked.getFirst(), sought, hits)) {
      return List.of();
    }
    return complement(ranked, sought, most);
  }

  private static boolean answers(Scored best, Sought sought) {
    return !(sought.type().exact() && best.typed() < 1)
        && best.sure() >= SCORE
        && best.support() >= SUPPORT;
  }

  /** Is a year asked for that the document neither is about nor has on any page that was found? */
  private static boolean lacksYear(Scored best, Sought sought, List<Hit> hits) {
    String document = best.unit().hit().document().key();
    return sought.wants().stream()
        .filter(want -> want.isYear() && !want.names().contains(document))
        .anyMatch(
            year ->
                hits.stream()
                    .filter(hit -> hit.document().key().equals(document))
                    .noneMatch(hit -> said(hit).contains(year.stem())));
  }

  private static String said(Hit hit) {
    return hit.passage().headings() + "\n" + hit.document().title() + "\n" + hit.passage().text();
  }

  private static List<Scored> complement(List<Scored> ranked, Sought sought, int most) {
    List<Scored> chosen = new ArrayList<>();
    Set<String> covered = new HashSet<>();
    int characters = 0;
    double best = ranked.getFirst().score();
    for (Scored next : ranked) {
      if (chosen.size() == most || next.score() < 0.45 * best) {
        break;
      }
      double gain =
          sought.wants().stream()
                  .filter(
                      want -> next.own().contains(want.stem()) && !covered.contains(want.stem()))
                  .mapToDouble(Want::weight)
                  .sum()
              / sought.weight();
      boolean tie =
          next.score() >= (sought.sum() ? 0.45 : 0.85) * best
              && (!sought.type().demanded() || next.typed() >= 0.9);
      boolean fits = characters + next.unit().text().length() <= CHARACTERS;
      boolean told =
          chosen.stream()
              .map(before -> before.unit().text())
              .anyMatch(
                  text -> text.contains(next.unit().text()) || next.unit().text().contains(text));
      if (chosen.isEmpty() || fits && !told && (next.score() >= 0.6 * best && gain > 0.2 || tie)) {
        chosen.add(next);
        covered.addAll(next.own());
        characters += next.unit().text().length();
      }
    }
    return chosen;
  }

  private static Quotation quote(Unit unit, boolean leans) {
    String heading = leans && unit.kind() != Unit.Kind.HEADING ? unit.heading() : "";
    return new Quotation(
        unit.hit(),
        unit.text(),
        heading,
        unit.kind() == Unit.Kind.ROW && Chunk.cells(unit.leadIn()).size() > 1 ? unit.leadIn() : "");
  }
}
