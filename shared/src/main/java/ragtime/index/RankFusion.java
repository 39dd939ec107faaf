package ragtime.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.ScoreDoc;

/** Reciprocal rank fusion: what several rankings place high comes first, whatever their scores. */
final class RankFusion {
  /**
   * The constant of Cormack, Clarke and Büttcher (2009): how little the very first ranks matter.
   */
  private static final int K = 60;

  private RankFusion() {}

  /**
   * One ranking of all that the two rank, best first; of equals, the first ranking's come first.
   */
  static List<ScoreDoc> fuse(List<ScoreDoc> first, List<ScoreDoc> second) {
    Map<Integer, Float> scores = new LinkedHashMap<>();
    for (List<ScoreDoc> ranking : List.of(first, second)) {
      for (int rank = 0; rank < ranking.size(); rank++) {
        scores.merge(ranking.get(rank).doc, 1f / (K + rank + 1), Float::sum);
      }
    }
    List<ScoreDoc> fused = new ArrayList<>();
    scores.forEach((doc, score) -> fused.add(new ScoreDoc(doc, score)));
    fused.sort(Comparator.comparingDouble((ScoreDoc hit) -> hit.score).reversed());
    return fused;
  }
}
