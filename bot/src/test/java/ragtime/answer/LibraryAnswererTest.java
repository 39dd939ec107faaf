package ragtime.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ragtime.answer.Answer.Status;
import ragtime.index.DamagedIndexException;
import ragtime.index.Hit;
import ragtime.index.IndexManifest;
import ragtime.index.PassageIndex;
import ragtime.index.PassageQuery;
import ragtime.library.Audience;
import ragtime.library.Passage;
import ragtime.model.ChatReply;
import ragtime.model.ModelException;
import ragtime.store.StoreException;

class LibraryAnswererTest {

  private static final String QUESTION = "How much is a flat tyre?";
  private static final InstantSource MAY_DAY =
      InstantSource.fixed(Instant.parse("2026-05-01T10:00:00Z"));

  private final ScriptedModel model = new ScriptedModel();
  private final StringBuilder streamed = new StringBuilder();

  @Test
  void theModelsWordsAreShownWithReadersNumbers() {
    Answer answer = ask(model.says("Mending one costs €18 [1]. You may wait [1]."));

    assertThat(answer.status()).isEqualTo(Status.ANSWERED);
    assertThat(answer.text()).isEqualTo("Mending one costs €18 [1]. You may wait [1].");
    assertThat(streamed).hasToString(answer.text());
    assertThat(answer.model()).isEqualTo("scripted");
    assertThat(answer.citations())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.passage().page()).isEqualTo(1);
              assertThat(one.quote()).contains("€18");
            });
    Citations.check(answer);
  }

  @Test
  void theModelIsToldTheDateAndThePassages() {
    ask(model.says("€18 [1]"));

    assertThat(model.requests.getFirst().system()).contains("2026-05-01");
    assertThat(model.requests.getFirst().messages().getLast().text())
        .contains("<passage number=\"1\" document=\"guide (guide.pdf)\" page=\"1\"", QUESTION);
  }

  @Test
  void aRefusalIsNotFoundAndNeverShownAsText() {
    Answer answer = ask(model.says("NOT_IN_THE_PASSAGES"));

    assertThat(answer.status()).isEqualTo(Status.NOT_FOUND);
    assertThat(answer.text()).isEqualTo("The documents do not say.");
    assertThat(answer.citations()).isEmpty();
    assertThat(streamed).isEmpty();
  }

  @Test
  void citationsOfNothingAreDropped() {
    Answer answer = ask(model.says("It costs €18 [99] [1]."));

    assertThat(answer.text()).contains("€18  [1].");
    Citations.check(answer);
  }

  @Test
  void anAnswerWithoutACitationGivesWayToQuotations() {
    Answer answer = ask(model.says("Everybody knows that it costs €3."));

    assertThat(answer.model()).isEqualTo("extractive");
    assertThat(answer.text()).contains("€18").doesNotContain("€3.");
    Citations.check(answer);
  }

  @Test
  void figuresAndNamesThatNoCitedPageHasAreMarked() {
    Answer answer =
        ask(model.says("It costs €18 [1], or €4,999 with the famous Gold Package [1]."));

    assertThat(answer.text()).contains("⚠️").contains("4,999").endsWith("Gold Package");
    Citations.check(answer);
  }

  @Test
  void aCutAnswerSaysSo() {
    assertThat(ask(model.isCutOffAfter("It costs €18 [1] and")).text()).contains("cut off");
  }

  @ParameterizedTest
  @EnumSource(ModelException.Kind.class)
  void quotationsStandInForAModelThatFails(ModelException.Kind kind) {
    Answer answer = ask(model.fails(kind));

    assertThat(answer.status()).isEqualTo(Status.ANSWERED);
    boolean declined = kind == ModelException.Kind.REFUSED;
    assertThat(answer.text())
        .startsWith("The language model " + (declined ? "declined" : "could not be asked"))
        .contains("€18");
    assertThat(answer.model()).isEqualTo("extractive");
    Citations.check(answer);
  }

  @Test
  void withoutModelAndQuotationItSaysThatItCouldNotBeAsked() {
    Answer answer =
        ask(model.fails(ModelException.Kind.UNAVAILABLE), "Who is the CEO of the workshop?");

    assertThat(answer.status()).isEqualTo(Status.UNAVAILABLE);
    assertThat(answer.text()).contains("could not be asked");
  }

  @ParameterizedTest
  @EnumSource(StoreException.Kind.class)
  void anIndexOutOfReachIsAnAnswerToo(StoreException.Kind kind) {
    assertUnavailable(new StoreException(kind, "as told", null));
  }

  @Test
  void aBrokenIndexIsAnAnswerToo() {
    assertUnavailable(new DamagedIndexException("as told", null));
    assertUnavailable(new UncheckedIOException(new IOException("as told")));
  }

  @Property(tries = 200)
  void noReplyBreaksIt(@ForAll String reply) {
    Citations.check(ask(new ScriptedModel().says(reply)));
  }

  @Test
  void whatTheModelReadAndWroteIsRecorded() {
    assertThat(ask(model.says("It costs €18 [1].")).spent()).isEqualTo(new Spent(10, 5));
    assertThat(ask(model.says("Everybody knows that it costs €3.")).spent())
        .as("although its answer gave way to quotations")
        .isEqualTo(new Spent(10, 5));
    assertThat(ask(model.fails(ModelException.Kind.DENIED)).spent()).isEqualTo(Spent.NOTHING);
  }

  @Test
  void theModelThatSteppedInIsNamed() {
    assertThat(ask(model.says(new ChatReply("It costs €18 [1].", true, 1, 1).by("other"))).model())
        .isEqualTo("other");
  }

  @Test
  void anEndlessReplyIsBounded() {
    Answer answer = ask(model.says("It costs €18 [1]. ".repeat(5_000)));

    assertThat(answer.text().length()).isLessThan(9_000);
    Citations.check(answer);
  }

  @Test
  void theWordsItAsksWithHaveAName() {
    LibraryAnswerer answerer =
        new LibraryAnswerer(Retriever.lexical(new Library()), Optional.of(model), MAY_DAY);

    assertThat(answerer.promptHash().orElseThrow()).matches("[0-9a-f]{64}");
  }

  private void assertUnavailable(RuntimeException failure) {
    PassageIndex broken =
        new PassageIndex() {
          @Override
          public List<Hit> search(PassageQuery query) {
            throw failure;
          }

          @Override
          public List<Passage> page(String document, int page, Audience audience) {
            return List.of();
          }

          @Override
          public IndexManifest manifest() {
            throw failure;
          }
        };
    Answer answer =
        new LibraryAnswerer(Retriever.lexical(broken), Optional.of(model), MAY_DAY)
            .answer(new Question(QUESTION, List.of(), new Audience.Everything()), text -> {});
    assertThat(answer.status()).isEqualTo(Status.UNAVAILABLE);
    assertThat(answer.text()).isNotBlank();
    assertThat(model.requests).isEmpty();
  }

  private Answer ask(ScriptedModel scripted) {
    return ask(scripted, QUESTION);
  }

  private Answer ask(ScriptedModel scripted, String question) {
    return new LibraryAnswerer(
            Retriever.lexical(Library.bicycles()), Optional.of(scripted), MAY_DAY)
        .answer(new Question(question, List.of(), new Audience.Everything()), streamed::append);
  }
}
