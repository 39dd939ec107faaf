package ragtime.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ragtime.answer.Answer.Status;
import ragtime.library.Audience;

class QuotingTest {

  private final Library library = Library.bicycles();
  private final Answerer answerer =
      new LibraryAnswerer(Retriever.lexical(library), Optional.empty(), InstantSource.system());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How much is a flat tyre? | €18 | 1",
        "What does a full service cost? | €95 | 1",
        "How long does a full service take? | 3-4 working days | 2",
        "What is the full day rate for a cargo bicycle? | Full day: €39 | 3",
        "How much is the deposit? | €150 | 3",
        "When does the workshop open? | 8:30 | 4",
        "Who are the mechanics on duty? | Ines Okafor | 4",
        "How many days of holiday do full-time mechanics have? | 27 days | 2",
        "How many days can be carried over? | 6 days | 2",
      })
  void quotesWhatAnswers(String question, String words, int page) {
    Answer answer = ask(question);

    assertThat(answer.status()).isEqualTo(Status.ANSWERED);
    assertThat(answer.text()).contains(words);
    assertThat(answer.citations()).anyMatch(citation -> citation.passage().page() == page);
    assertThat(answer.model()).isEqualTo("extractive");
    Citations.check(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Who is the CEO of the workshop?",
        "What is the phone number of the workshop?",
        "What is the email address for repairs?",
        "How much does a helmet cost?",
        "Which insurance covers theft?",
        "Do you have a branch in Lisbon?",
        "How many employees work in accounting?",
        "Wer ist der Geschäftsführer?",
      })
  void saysSoWhenNothingAnswers(String question) {
    Answer answer = ask(question);

    assertThat(answer.status()).isEqualTo(Status.NOT_FOUND);
    assertThat(answer.citations()).isEmpty();
    assertThat(answer.text()).isNotBlank();
  }

  @Test
  void gathersFromSeveralPages() {
    Answer answer = ask("Compare the price and the repair time of a flat tyre and a full service.");

    assertThat(answer.text()).contains("€18", "€95", "30 minutes", "3-4 working days");
    assertThat(answer.citations()).extracting(one -> one.passage().page()).contains(1, 2);
    Citations.check(answer);
  }

  @Test
  void aHeadingBesideItsAnswerIsNotQuoted() {
    String text =
        """
        3 Leave
        3.1 Annual leave
        The leave year runs from 1 April to 31 March. Everybody has 26 days and the eight bank \
        holidays of England.
        • Up to five days can be carried over. They lapse on 30 June.
        """;
    Library handbook = new Library().add("handbook.pdf", 6, "3 Leave", text);
    Answer answer =
        new LibraryAnswerer(Retriever.lexical(handbook), Optional.empty(), InstantSource.system())
            .answer(
                new Question(
                    "How many days of annual leave do I get?",
                    List.of(),
                    new Audience.Everything()),
                s -> {});

    assertThat(answer.text()).contains("26 days").doesNotContain("> 3.1 Annual leave [");
    Citations.check(answer);
  }

  @Test
  void followsUp() {
    List<Exchange> history = List.of(new Exchange("How much is a flat tyre?", "€18 [1]."));
    Answer answer = ask("and a full service?", history, new Audience.Everything());

    assertThat(answer.text()).contains("€95");
    assertThat(answer.standaloneQuestion()).contains("How much is a flat tyre?");
  }

  @Test
  void showsNothingOutsideTheAudience() {
    String question = "What is the takeover price for the workshop?";

    assertThat(ask(question, List.of(), new Audience.Channels(Set.of("C1"))).text())
        .contains("480,000");
    Answer elsewhere = ask(question, List.of(), new Audience.Channels(Set.of("C2")));
    assertThat(elsewhere.status()).isEqualTo(Status.NOT_FOUND);
    assertThat(elsewhere.text()).doesNotContain("480,000");
  }

  @Test
  void aQuotedNumberInBracketsIsNoCitation() {
    Library paper =
        new Library().add("paper.pdf", 1, "", "The glue by Moser [12] sets in 9 minutes.");
    Answer answer =
        new LibraryAnswerer(Retriever.lexical(paper), Optional.empty(), InstantSource.system())
            .answer(
                new Question(
                    "How long does the glue take to set?", List.of(), new Audience.Everything()),
                s -> {});

    assertThat(answer.text()).contains("\\[12\\] sets in 9 minutes");
    Citations.check(answer);
  }

  @Property(tries = 100)
  void anythingCanBeAsked(@ForAll String text) {
    Citations.check(ask(text.isBlank() ? "?" : text));
  }

  @Test
  void aQuestionOfAnyLengthIsAnswered() {
    assertThat(ask("tyre service ".repeat(50_000)).status()).isNotNull();
  }

  private Answer ask(String question) {
    return ask(question, List.of(), new Audience.Everything());
  }

  private Answer ask(String question, List<Exchange> history, Audience audience) {
    return answerer.answer(new Question(question, history, audience), text -> {});
  }
}
