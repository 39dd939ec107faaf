package ragtime.answer;

import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import ragtime.index.DamagedIndexException;
import ragtime.index.Hit;
import ragtime.model.ChatModel;
import ragtime.model.ModelException;
import ragtime.store.StoreException;

/**
 * Answers from the library: with a chat model in its words, without one in the documents' own.
 *
 * <p>Whatever fails, there is an answer. If the model cannot be asked, or wrote something that no
 * passage supports, the answer is the quotations that there would be without it; if the index
 * cannot be searched, words that say so. Text that was streamed before such a failure is void: the
 * answer's own text is what counts.
 */
public final class LibraryAnswerer implements Answerer {

  private static final int HITS = 40;
  private static final int NEAREST = 3;

  private final Retriever retriever;
  private final Optional<ChatWriter> writer;
  private final Quoter quoter = new Quoter();
  private final InstantSource clock;

  /** An answerer; without a chat model its answers are quotations. */
  public LibraryAnswerer(Retriever retriever, Optional<ChatModel> model, InstantSource clock) {
    this.retriever = retriever;
    this.writer = model.map(present -> new ChatWriter(present, clock));
    this.clock = clock;
  }

  /** Names the words that the model is asked with, to be recorded; empty without a model. */
  public Optional<String> promptHash() {
    return writer.map(ChatWriter::promptHash);
  }

  @Override
  public Answer answer(Question question, Consumer<String> onText) {
    long start = clock.millis();
    Language language = Language.of(question.text());
    String standalone = question.text();
    Spent spent = Spent.NOTHING;
    Draft draft;
    List<Hit> nearest = List.of();
    try {
      Retrieval retrieval = retriever.retrieve(question, HITS);
      standalone = retrieval.standaloneQuestion();
      spent = retrieval.question().spent();
      draft = draft(question, retrieval, language, onText);
      if (draft.status() == Answer.Status.NOT_FOUND) {
        nearest = firstOfEachPage(retrieval.hits());
      }
    } catch (StoreException | DamagedIndexException | UncheckedIOException e) {
      draft = Draft.unavailable(Quoter.MODEL, language.say("unavailable"));
    }
    long took = clock.millis() - start;
    return new Answer(
        draft.status(),
        draft.text(),
        draft.citations(),
        draft.model(),
        standalone,
        took,
        spent.plus(draft.spent()),
        nearest);
  }

  private static List<Hit> firstOfEachPage(List<Hit> hits) {
    Set<String> pages = new HashSet<>();
    return hits.stream()
        .filter(hit -> pages.add(hit.document().key() + "#" + hit.passage().page()))
        .limit(NEAREST)
        .toList();
  }

  private Draft draft(
      Question question, Retrieval retrieval, Language language, Consumer<String> onText) {
    if (writer.isEmpty() || retrieval.hits().isEmpty()) {
      return quoted(retrieval, language);
    }
    try {
      ChatWriter.Written written = writer.get().write(question, retrieval, onText);
      return written.draft().orElseGet(() -> quoted(retrieval, language)).at(written.spent());
    } catch (ModelException e) {
      boolean declined = e.kind() == ModelException.Kind.REFUSED;
      return quoter
          .quote(retrieval, language.say(declined ? "modelDeclined" : "modelFailed"))
          .orElseGet(
              () ->
                  declined
                      ? Draft.notFound(Quoter.MODEL, language)
                      : Draft.unavailable(Quoter.MODEL, language.say("modelFailedUnquoted")));
    }
  }

  private Draft quoted(Retrieval retrieval, Language language) {
    return quoter
        .quote(retrieval, language.say("quoted"))
        .orElseGet(() -> Draft.notFound(Quoter.MODEL, language));
  }
}
