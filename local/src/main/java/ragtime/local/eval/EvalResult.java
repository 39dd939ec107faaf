package ragtime.local.eval;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import ragtime.answer.Answer;

/**
 * What became of one question.
 *
 * @param question the question
 * @param ranked the pages that retrieval found, best first, each once
 * @param answer the answer
 * @param millis how long the answer took, its retrieval included
 */
public record EvalResult(
    EvalQuestion question, List<RankedPage> ranked, Answer answer, long millis) {
  public EvalResult {
    ranked = List.copyOf(ranked);
  }

  /**
   * The rank, from 1, at which retrieval has what the question needs: of the first right page, or
   * of the last if all are needed. Empty if it never has.
   */
  OptionalInt rank() {
    int[] right =
        IntStream.range(0, ranked.size())
            .filter(i -> question.isRight(ranked.get(i)))
            .map(i -> i + 1)
            .toArray();
    if (question.needsAllPages()) {
      int needed = Math.max(1, question.pages().size());
      return right.length < needed ? OptionalInt.empty() : OptionalInt.of(right[needed - 1]);
    }
    return right.length == 0 ? OptionalInt.empty() : OptionalInt.of(right[0]);
  }

  /** Whether the answer was given and has the words it should. */
  boolean saysIt() {
    return answer.status() == Answer.Status.ANSWERED
        && question.answerRegex().map(regex -> regex.matcher(answer.text()).find()).orElse(false);
  }

  /** Whether the answer was given and cites a right page. */
  boolean citesIt() {
    return answer.status() == Answer.Status.ANSWERED
        && answer.citations().stream()
            .map(each -> new RankedPage(each.document().key(), each.passage().page()))
            .anyMatch(question::isRight);
  }

  /** Whether the answer is that the documents do not say. */
  boolean refuses() {
    return answer.status() == Answer.Status.NOT_FOUND;
  }
}
