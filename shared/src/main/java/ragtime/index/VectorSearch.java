package ragtime.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Ranks passages by how near their meaning is to the question's, in the documents it names first.
 */
final class VectorSearch {
  private static final int DOCUMENTS_NAMED = 8;

  private final IndexSearcher searcher;

  VectorSearch(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** The nearest passages, best first. */
  List<ScoreDoc> search(float[] vector, int limit, Naming naming, Optional<Query> audience)
      throws IOException {
    Map<Integer, ScoreDoc> found = new HashMap<>();
    collect(vector, limit, naming, audience, found);
    List<String> named = naming.clearest(DOCUMENTS_NAMED);
    if (!named.isEmpty()) {
      var filter = new BooleanQuery.Builder();
      var keys = named.stream().map(BytesRef::new).toList();
      filter.add(new TermInSetQuery(PassageSchema.DOCUMENT, keys), Occur.FILTER);
      audience.ifPresent(clause -> filter.add(clause, Occur.FILTER));
      collect(vector, limit, naming, Optional.of(filter.build()), found);
    }
    List<ScoreDoc> ranked = new ArrayList<>(found.values());
    ranked.sort(RankFusion.BEST_FIRST);
    return ranked.subList(0, Math.min(limit, ranked.size()));
  }

  private void collect(
      float[] vector, int limit, Naming naming, Optional<Query> filter, Map<Integer, ScoreDoc> into)
      throws IOException {
    var nearest = new KnnFloatVectorQuery(PassageSchema.VECTOR, vector, limit, filter.orElse(null));
    for (PageHit hit : PageHit.of(searcher, searcher.search(nearest, limit))) {
      float score = (float) (hit.score() * naming.factor(hit.document()));
      into.put(hit.entry(), new ScoreDoc(hit.entry(), score));
    }
  }
}
