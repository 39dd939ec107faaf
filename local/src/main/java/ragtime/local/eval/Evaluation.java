package ragtime.local.eval;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import ragtime.answer.Answer;
import ragtime.answer.Answerer;
import ragtime.answer.Question;
import ragtime.answer.Retriever;
import ragtime.index.Hit;
import ragtime.library.Audience;

/** Asks every question of a set and judges what comes back. */
public final class Evaluation {
  /** So many pages are ranked for each question, if the library has them. */
  private static final int PAGES = 10;

  private static final int FIRST_LIMIT = 60;
  private static final int LAST_LIMIT = 1000;

  private Evaluation() {}

  /**
   * The report on a question set, asked one by one, in order, on behalf of someone who may see
   * everything.
   *
   * @param progress told after each question how many are done
   */
  public static EvalReport run(
      List<EvalQuestion> questions, Retriever retriever, Answerer answerer, IntConsumer progress) {
    List<EvalResult> results = new ArrayList<>();
    for (EvalQuestion each : questions) {
      var question = new Question(each.question(), each.history(), new Audience.Everything());
      List<RankedPage> ranked = pages(question, retriever);
      long started = System.nanoTime();
      Answer answer = answerer.answer(question, text -> {});
      long millis = (System.nanoTime() - started) / 1_000_000;
      results.add(new EvalResult(each, ranked, answer, millis));
      progress.accept(results.size());
    }
    return EvalReport.of(results);
  }

  /** The pages of the best passages, each once; more passages are fetched while pages are few. */
  private static List<RankedPage> pages(Question question, Retriever retriever) {
    Set<RankedPage> pages = new LinkedHashSet<>();
    for (int limit = FIRST_LIMIT; ; limit = LAST_LIMIT) {
      List<Hit> hits = retriever.retrieve(question, limit).hits();
      hits.forEach(hit -> pages.add(RankedPage.of(hit)));
      if (pages.size() >= PAGES || hits.size() < limit || limit == LAST_LIMIT) {
        return List.copyOf(pages);
      }
    }
  }
}
