package ragtime.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportTest {

  private static final List<String> SOURCES =
      List.of(
          "The fee is $4,820 for Maria Lopez.",
          "In 2026 it rises by 3.5 %.",
          "What about 40 seats?");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The fee is $4,820 [1]. | ''",
        "The fee is 4820 dollars [1]. | ''",
        "It rises by 3.5% [12]. | ''",
        "40 seats cost $9,999 [1]. | 9,999",
        "It is for Maria Lopez [1]. | ''",
        "It is for Carlos Ruiz [1]. | Carlos Ruiz",
        "There are 3 of them [1]. | ''",
        "It says “The fee is $4,820 for Maria” [1]. | ''",
        "It says “the fee … for Maria Lopez” [1]. | ''",
        "It says \"the fee may be waived\" [1]. | “the fee may be waived”",
        "The so-called \"admission charge\" is $4,820 [1]. | ''",
      })
  void findsWhatNoSourceHas(String answer, String missing) {
    assertThat(String.join(";", Support.missing(answer, SOURCES, Language.ENGLISH)))
        .isEqualTo(missing);
  }
}
