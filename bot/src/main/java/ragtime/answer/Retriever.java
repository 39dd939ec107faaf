package ragtime.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import ragtime.index.Hit;
import ragtime.index.PassageIndex;
import ragtime.index.PassageQuery;
import ragtime.model.Embedder;
import ragtime.model.ModelException;
import ragtime.model.Reranker;

/**
 * Finds the passages that may answer a question. Safe for use by many threads.
 *
 * <p>A model that fails costs quality, never the answer: without its vector the search is lexical,
 * without its judgement the search's own order stays.
 */
public final class Retriever {

  private static final int RERANKED = 50;

  private final Condenser condenser;
  private final PassageIndex index;
  private final Optional<Embedder> embedder;
  private final Optional<Reranker> reranker;

  /** A retriever over an index; embedder and reranker are those that the settings name, if any. */
  public Retriever(
      Condenser condenser,
      PassageIndex index,
      Optional<Embedder> embedder,
      Optional<Reranker> reranker) {
    this.condenser = condenser;
    this.index = index;
    this.embedder = embedder;
    this.reranker = reranker;
  }

  /** A lexical retriever that asks no model. */
  public static Retriever lexical(PassageIndex index) {
    return new Retriever(new FollowUps(), index, Optional.empty(), Optional.empty());
  }

  /** At most {@code limit} passages, best first. Throws what the index throws. */
  public Retrieval retrieve(Question question, int limit) {
    Standalone standalone = condenser.condense(question);
    int wanted = reranker.isPresent() ? Math.max(limit, RERANKED) : limit;
    PassageQuery query =
        new PassageQuery(standalone.text(), wanted, question.audience(), vector(standalone));
    List<Hit> hits = rerank(standalone, index.search(query));
    return new Retrieval(standalone, hits.subList(0, Math.min(limit, hits.size())));
  }

  private Optional<float[]> vector(Standalone question) {
    Optional<String> indexed = index.manifest().embedder();
    return embedder
        .filter(configured -> indexed.equals(Optional.of(configured.id())))
        .flatMap(configured -> embed(configured, question.text()));
  }

  private static Optional<float[]> embed(Embedder embedder, String text) {
    try {
      return embedder.embed(List.of(text), Embedder.Purpose.QUESTION).stream().findFirst();
    } catch (ModelException e) {
      return Optional.empty();
    }
  }

  private List<Hit> rerank(Standalone question, List<Hit> hits) {
    if (reranker.isEmpty() || hits.size() < 2) {
      return hits;
    }
    try {
      List<String> texts = hits.stream().map(hit -> hit.passage().text()).toList();
      List<Double> scores = reranker.get().score(question.text(), texts);
      if (scores.size() != hits.size()) {
        return hits;
      }
      List<Hit> judged = new ArrayList<>();
      IntStream.range(0, hits.size())
          .boxed()
          .sorted(Comparator.comparing(scores::get, Comparator.reverseOrder()))
          .forEach(
              i ->
                  judged.add(
                      new Hit(hits.get(i).document(), hits.get(i).passage(), scores.get(i))));
      return judged;
    } catch (ModelException e) {
      return hits;
    }
  }
}
