package ragtime.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12000 | 10,000 to 30,000 litres | true",
        "9000 | 10,000 to 30,000 litres | false",
        "300k | €260,001 to €400,000 | true",
        "12 | ab 10 Jahren | true",
        "12 | ab 15 Jahren | false",
        "4 | up to 5 years | true",
        "6 | up to 5 years | false",
        "8 | 3 – 10 days | true",
        "8 | nothing of the kind | false",
      })
  void liesInTheBandsThatHoldIt(String word, String band, boolean inside) {
    assertThat(Figure.of(word).orElseThrow().inBandOf(band)).isEqualTo(inside);
  }

  @ParameterizedTest
  @CsvSource({"H-160", "week", "4a", "unit8"})
  void isNotInEveryWord(String word) {
    assertThat(Figure.of(word)).isEmpty();
  }
}
