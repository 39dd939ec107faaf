package ragtime.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.ScoreDoc;

/** Reciprocal rank fusion: what several rankings place high comes first, whatever their scores. */
final class RankFusion {
  /** Higher scores first; of equal ones, what was indexed first. */
  static final Comparator<ScoreDoc> BEST_FIRST =
      Comparator.comparingDouble((ScoreDoc hit) -> hit.score)
          .reversed()
          .thenComparingInt(hit -> hit.doc);

  /**
   * The constant of Cormack, Clarke and Büttcher (2009): how little the very first ranks matter.
   */
  private static final int K = 60;

  private RankFusion() {}

  /** One ranking of all that the two rank, best first. */
  static List<ScoreDoc> fuse(List<ScoreDoc> first, List<ScoreDoc> second) {
    Map<Integer, Float> scores = new LinkedHashMap<>();
    for (List<ScoreDoc> ranking : List.of(first, second)) {
      for (int rank = 0; rank < ranking.size(); rank++) {
        scores.merge(ranking.get(rank).doc, 1f / (K + rank + 1), Float::sum);
      }
    }
    List<ScoreDoc> fused = new ArrayList<>();
    scores.forEach((doc, score) -> fused.add(new ScoreDoc(doc, score)));
    fused.sort(BEST_FIRST);
    return fused;
  }

  /**
   * The first ranking, and after it what only the second has, with lower scores than any before.
   */
  static List<ScoreDoc> append(List<ScoreDoc> first, List<ScoreDoc> second) {
    List<ScoreDoc> all = new ArrayList<>(first);
    Set<Integer> known = new HashSet<>();
    first.forEach(hit -> known.add(hit.doc));
    float floor = first.isEmpty() ? 1 : first.getLast().score;
    for (ScoreDoc hit : second) {
      if (known.add(hit.doc)) {
        all.add(new ScoreDoc(hit.doc, floor * hit.score / (1 + second.getFirst().score)));
      }
    }
    return all;
  }
}
