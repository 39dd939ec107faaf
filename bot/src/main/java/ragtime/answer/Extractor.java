package ragtime.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
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

  /** The quotations for a question; none if nothing supports an answer. */
  Excerpt extract(Retrieval retrieval) {
    String question = retrieval.question().own();
    Language language = Language.of(question);
    List<Hit> hits = retrieval.hits();
    Standalone asked = Asked.of(retrieval.question(), language);
    Pool pool = new Pool(hits, language);
    List<Unit> bearing = Bearing.on(question, asked.own(), hits, pool, language);
    if (!bearing.isEmpty()) {
      return new Excerpt(
          Excerpt.Kind.BEARING, bearing.stream().map(unit -> quote(unit, false)).toList());
    }
    boolean figures = language.anyOf("units.answer").matcher(question).find();
    List<Standalone> parts = Parts.of(asked, language);
    int most = parts.size() < 3 ? MOST : parts.size() == 3 ? MOST - 1 : 1;
    Set<Quotation> quotations = new LinkedHashSet<>();
    Set<Quotation> nearest = new LinkedHashSet<>();
    for (Standalone part : parts) {
      Sought sought = Sought.of(part, pool, language, figures);
      List<Scored> ranked = rank(sought, pool, hits);
      if (ranked.isEmpty() || lacksYear(ranked.getFirst(), sought, hits)) {
        continue;
      }
      boolean answered = answers(ranked.getFirst(), sought);
      List<Scored> chosen =
          answered ? complement(ranked, sought, most) : Nearest.among(ranked, sought, hits);
      (answered ? quotations : nearest).addAll(quotes(chosen));
    }
    return quotations.isEmpty()
        ? new Excerpt(Excerpt.Kind.NEAREST, List.copyOf(nearest))
        : new Excerpt(Excerpt.Kind.ANSWER, List.copyOf(quotations));
  }

  private static List<Scored> rank(Sought sought, Pool pool, List<Hit> hits) {
    Scorer scorer = new Scorer(sought, pool);
    return IntStream.range(0, hits.size())
        .boxed()
        .flatMap(rank -> Units.of(hits.get(rank), rank).stream())
        .map(scorer::score)
        .sorted(Comparator.comparingDouble(Scored::score).reversed())
        .toList();
  }

  private static List<Quotation> quotes(List<Scored> chosen) {
    return chosen.stream().map(one -> quote(one.unit(), one.leans())).toList();
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
      boolean says = next.unit().kind() != Unit.Kind.HEADING; // beside an answer a heading is noise
      if (chosen.isEmpty()
          || fits && !told && says && (next.score() >= 0.6 * best && gain > 0.2 || tie)) {
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
