package ragtime.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * Ranks passages by words. A page is judged as a whole first, since an answer's words are often
 * spread over it: a table's title stands in one passage and the figure in another. A passage's
 * score is its page's and its own, both multiplied by how clearly the question names the document.
 */
final class LexicalSearch {
  private static final int PAGES_ANYWHERE = 200;
  private static final int PAGES_NAMED = 300;
  private static final int DOCUMENTS_NAMED = 8;
  private static final int PAGES_KEPT = 150;
  private static final int PASSAGES = 1000;

  /** How many times better a page all of digits is taken to fit when a figure is asked for. */
  private static final double FIGURES = 3;

  private final IndexSearcher searcher;

  LexicalSearch(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** The best passages, best first. */
  List<ScoreDoc> search(SearchTerms terms, Naming naming, Optional<Query> audience)
      throws IOException {
    if (terms.weights().isEmpty()) {
      return List.of();
    }
    Map<String, Double> pages = pages(terms, naming, audience);
    Query within =
        PassageQueries.within(
            PassageQueries.passages(terms), audience, PassageSchema.PAGE_ID, pages.keySet());
    List<ScoreDoc> ranked = new ArrayList<>();
    for (PageHit passage : PageHit.of(searcher, searcher.search(within, PASSAGES))) {
      double score =
          pages.getOrDefault(passage.id(), 0.0)
              + passage.score() * naming.factor(passage.document());
      ranked.add(new ScoreDoc(passage.entry(), (float) score));
    }
    ranked.sort(RankFusion.BEST_FIRST);
    return ranked;
  }

  private Map<String, Double> pages(SearchTerms terms, Naming naming, Optional<Query> audience)
      throws IOException {
    Query query = PassageQueries.pages(terms);
    List<PageHit> found =
        PageHit.of(
            searcher, searcher.search(PassageQueries.within(query, audience), PAGES_ANYWHERE));
    List<String> named = naming.clearest(DOCUMENTS_NAMED);
    if (!named.isEmpty()) {
      Query there = PassageQueries.within(query, audience, PassageSchema.DOCUMENT, named);
      found = new ArrayList<>(found);
      found.addAll(PageHit.of(searcher, searcher.search(there, PAGES_NAMED)));
    }
    Map<String, Double> scores = new HashMap<>();
    for (PageHit page : found) {
      double figures = terms.figures() ? 1 + FIGURES * page.digits() : 1;
      scores.put(page.id(), page.score() * naming.factor(page.document()) * figures);
    }
    return scores.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(PAGES_KEPT)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
