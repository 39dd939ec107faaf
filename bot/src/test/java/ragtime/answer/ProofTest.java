package ragtime.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ragtime.index.Hit;
import ragtime.library.Audience;

class ProofTest {

  private static final List<Hit> CITED =
      new Library()
          .add("fees.pdf", 1, "", "The fee is $4,820.")
          .add("seats.pdf", 2, "", "There are 40 seats.")
          .all("?")
          .hits();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The fee is $4,820 [1]. There are 40 seats [2]. | ''",
        "The fee is $4,820 [2]. There are 40 seats [2]. | 4,820",
        "The fee of $4,820 [1] buys 40 seats [2]. | ''",
        "The fee is $4,820. | ''",
        "The fee is $9,999. There are 40 seats [2]. | 9,999",
        "In 2031 there are 40 seats [2]. | ''",
      })
  void holdsEachSentenceAgainstWhatItCites(String answer, String missing) {
    Question question = new Question("What about 2031?", List.of(), new Audience.Everything());
    Proof proof = new Proof(question, CITED, Language.ENGLISH);

    assertThat(String.join(";", proof.missing(answer))).isEqualTo(missing);
    assertThat(proof.note(answer).isEmpty()).isEqualTo(missing.isEmpty());
  }
}
