package ragtime.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ragtime.answer.Answer.Status;
import ragtime.library.Audience;

/** Questions about the figures of an annual report. */
class FiguresTest {

  private final Library reports =
      new Library()
          .add(
              "REDRIVER_2021_10K.pdf",
              40,
              "Consolidated Balance Sheets",
              "(in millions) | 2021 | 2020\nInventories | 810 | 770\nTotal current assets | $2,500 | $2,310\nTOTAL ASSETS | $9,120 | $8,800\nTotal current liabilities | 1,250 | 1,190")
          .add(
              "REDRIVER_2021_10K.pdf",
              39,
              "Consolidated Statements of Income",
              "(in millions) | 2021 | 2020\nNet sales | $7,040 | $6,600\nCost of sales | 4,020 | 3,900\nOperating income | 930 | 850")
          .add(
              "REDRIVER_2021_10K.pdf",
              12,
              "Outlook",
              "In 2021 Redriver had a good year, and its assets and inventory ratio were the talk of the end of the year.");

  private final Answerer answerer =
      new LibraryAnswerer(Retriever.lexical(reports), Optional.empty(), InstantSource.system());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Using only the balance sheet, how much total assets did Redriver have at the end of FY2021? Answer in USD millions. | 9,120",
        "What is the FY2021 COGS for Redriver? Please state answer in USD millions. | 4,020",
        "According to the balance sheet, how much total current assets did Redriver have in FY2021? | 2,500",
      })
  void theRowIsQuoted(String question, String figure) {
    Answer answer = ask(question);

    assertThat(answer.status()).isEqualTo(Status.ANSWERED);
    assertThat(answer.text()).contains(figure);
    Citations.check(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Going by the income statement and the balance sheet, what is the FY2021 inventory turnover ratio for Redriver? | 810 | 4,020",
        "What is Redriver's FY2021 working capital ratio? Define working capital ratio as total current assets divided by total current liabilities. | 2,500 | 1,250",
        "What is the FY2021 operating margin for Redriver? | 930 | 7,040",
        "What is Redriver's revenue growth rate from FY2020 to FY2021 in the income statement? | 7,040 | 6,600",
      })
  void theLinesThatBearOnItAreQuoted(String question, String one, String other) {
    Answer answer = ask(question);

    assertThat(answer.text()).contains(one, other).startsWith(Language.ENGLISH.say("bearing"));
    Citations.check(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "How much total assets did Redriver have at the end of FY2026?",
    "What were the total assets in 1997?"
  })
  void aYearThatNoPageHasIsNotAnswered(String question) {
    assertThat(ask(question).status()).isEqualTo(Status.NOT_FOUND);
  }

  @ParameterizedTest
  @CsvSource({
    "Was Redriver's good year the envy of all in FY2021?, true",
    "Was that garden the envy of all?, false",
    "What is the phone number of Redriver in FY2021?, false"
  })
  void whatComesClosestIsQuotedAsSuchWhereTheDocumentIsNamed(String question, boolean quoted) {
    Answer answer = ask(question);

    assertThat(answer.status()).isEqualTo(quoted ? Status.ANSWERED : Status.NOT_FOUND);
    assertThat(answer.text().startsWith(Language.ENGLISH.say("nearest"))).isEqualTo(quoted);
    Citations.check(answer);
  }

  private Answer ask(String question) {
    return answerer.answer(
        new Question(question, List.of(), new Audience.Everything()), text -> {});
  }
}
