package ragtime.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import ragtime.index.Hit;
import ragtime.index.PassageIndex;
import ragtime.index.PassageQuery;
import ragtime.library.Audience;
import ragtime.library.Passage;
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
    Language language = Language.of(standalone.own());
    List<Standalone> parts = Parts.of(Asked.of(standalone, language), language);
    List<List<Hit>> found = new ArrayList<>();
    found.add(search(standalone, wanted, question.audience()));
    if (parts.size() > 1) {
      parts.forEach(part -> found.add(search(part, wanted, question.audience())));
    }
    List<Hit> hits = rerank(standalone, inTurn(found, wanted));
    return new Retrieval(standalone, hits.subList(0, Math.min(limit, hits.size())));
  }

  private List<Hit> search(Standalone question, int limit, Audience audience) {
    return index.search(new PassageQuery(question.text(), limit, audience, vector(question)));
  }

  /** The best of each list, then the second of each, and so on; each passage once. */
  private static List<Hit> inTurn(List<List<Hit>> lists, int limit) {
    if (lists.size() == 1) {
      return lists.getFirst();
    }
    Map<String, Hit> hits = new LinkedHashMap<>();
    for (int i = 0; i < limit; i++) {
      for (List<Hit> list : lists) {
        if (i < list.size()) {
          Passage passage = list.get(i).passage();
          hits.putIfAbsent(passage.document() + "#" + passage.ordinal(), list.get(i));
        }
      }
    }
    return List.copyOf(hits.values()).subList(0, Math.min(limit, hits.size()));
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
