package ragtime.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbbreviationsTest {

  @ParameterizedTest
  @CsvSource({
    "amex, american express, true",
    "jj, johnson johnson, true",
    "jnj, johnson johnson, true",
    "gm, general motors, true",
    "amex, american airlines, false",
    "ame, american express, true",
    "american, american express, false",
    "x, american express, false"
  })
  void beginningsOfAllWordsMakeAShortName(String word, String name, boolean expected) {
    assertThat(Abbreviations.ofBeginnings(word, List.of(name.split(" ")))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "msft, microsoft, true",
    "axp, americanexpress, true",
    "microsoft, microsoft, false",
    "tfsm, microsoft, false",
    "icro, microsoft, false"
  })
  void lettersInOrderMakeASymbol(String word, String name, boolean expected) {
    assertThat(Abbreviations.ofLetters(word, name)).isEqualTo(expected);
  }
}
