package ragtime.answer;

import java.util.List;
import ragtime.index.Hit;

/**
 * What the documents say about a question.
 *
 * @param status whether they say it
 * @param text standard Markdown, with citations as {@code [1]}; for the other two statuses, words
 *     that say so plainly
 * @param citations what the numbers in the text stand for, in their order; empty unless answered
 * @param model the chat model that wrote it, or {@code extractive} for quotations
 * @param standaloneQuestion the question as it was searched for, with what the conversation added
 * @param tookMillis the time it took
 * @param spent the tokens that models read and wrote for it
 * @param nearest where nothing was found: what came closest, best first; each page once
 */
public record Answer(
    Status status,
    String text,
    List<Citation> citations,
    String model,
    String standaloneQuestion,
    long tookMillis,
    Spent spent,
    List<Hit> nearest) {

  /** Whether the documents say it. */
  public enum Status {
    /** They do. */
    ANSWERED,
    /** Nothing in them supports an answer. */
    NOT_FOUND,
    /** They could not be asked: no index, or the model is out of order. */
    UNAVAILABLE
  }

  public Answer {
    citations = List.copyOf(citations);
    nearest = List.copyOf(nearest);
  }

  /** An answer that no model was asked for. */
  public Answer(
      Status status,
      String text,
      List<Citation> citations,
      String model,
      String standaloneQuestion,
      long tookMillis) {
    this(status, text, citations, model, standaloneQuestion, tookMillis, Spent.NOTHING);
  }

  /** An answer with nothing to say of what came close. */
  public Answer(
      Status status,
      String text,
      List<Citation> citations,
      String model,
      String standaloneQuestion,
      long tookMillis,
      Spent spent) {
    this(status, text, citations, model, standaloneQuestion, tookMillis, spent, List.of());
  }
}
