package ragtime.answer;

import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import ragtime.model.ChatModel;
import ragtime.model.ModelException;
import ragtime.store.StoreException;

/**
 * Answers from the library: with a chat model in its words, without one in the documents' own.
 *
 * <p>Whatever fails, there is an answer: if the model cannot be asked, the quotations that there
 * would be without it, with a note that says so; if the index cannot, words that say that.
 */
public final class LibraryAnswerer implements Answerer {

  private static final int EXTRACTED_FROM = 24;
  static final String QUOTED = "extractive";

  private final Retriever retriever;

  @SuppressWarnings("UnusedVariable") // the prompt comes next
  private final Optional<ChatModel> model;

  private final InstantSource clock;
  private final Extractor extractor = new Extractor();

  /** An answerer; without a chat model its answers are quotations. */
  public LibraryAnswerer(Retriever retriever, Optional<ChatModel> model, InstantSource clock) {
    this.retriever = retriever;
    this.model = model;
    this.clock = clock;
  }

  @Override
  public Answer answer(Question question, Consumer<String> onText) {
    long start = clock.millis();
    Draft draft = draft(question);
    onText.accept(draft.text());
    return new Answer(
        draft.status(),
        draft.text(),
        draft.citations(),
        draft.model(),
        draft.standaloneQuestion(),
        clock.millis() - start);
  }

  private Draft draft(Question question) {
    try {
      Retrieval retrieval = retriever.retrieve(question, EXTRACTED_FROM);
      List<Quotation> quotations = extractor.extract(retrieval);
      return quotations.isEmpty()
          ? Draft.notFound(QUOTED, retrieval.standaloneQuestion())
          : Draft.quoting(quotations, retrieval.standaloneQuestion());
    } catch (StoreException | ModelException | UncheckedIOException e) {
      return Draft.unavailable(QUOTED, question.text());
    }
  }
}
