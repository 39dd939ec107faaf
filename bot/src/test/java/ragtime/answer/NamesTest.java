package ragtime.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ragtime.index.Hit;

class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "What did Redriver earn in 2019?, REDRIVER_2021_10K.pdf",
    "What did Bluelake earn in FY2021?, BLUELAKE_2019_10K.pdf",
    "What did anyone earn?, BLUELAKE_2019_10K.pdf",
  })
  void aCompanyNamesADocumentMoreThanAYear(String question, String document) {
    List<Hit> hits =
        new Library()
            .add("BLUELAKE_2019_10K.pdf", 1, "", "Net income was 4.")
            .add("REDRIVER_2021_10K.pdf", 1, "", "Net income was 5.")
            .all(question)
            .hits();

    assertThat(new Names(hits, Language.ENGLISH).best(question, hits)).isEqualTo(document);
  }
}
