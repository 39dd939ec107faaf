package ragtime.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPartsTest {
  private final PassageAnalyzer analyzer = new PassageAnalyzer();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          FY2018,                2018
          FY22,                  2022
          'Q2''2023',               2023 q2
          Q22023,                2023 q2
          2Q23,                  2023 q2
          2022Q4,                2022 q4
          10K,                   10K 10 K
          E15,                   E15 E 15
          JOHNSON_JOHNSON_2022,  JOHNSON JOHNSON 2022
          'Boeing''s',              Boeing
          '$19,300',             19300
          3.5,                   3.5
          Straße,                Straße
          """)
  void wordsAreTakenApart(String text, String expected) {
    assertThat(analyzer.words(text)).containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"fy2021, 2021", "policies, Policy", "JOHNSON_JOHNSON, johnson johnson", "café, cafe"})
  void whatMeansTheSameHasTheSameStems(String one, String other) {
    assertThat(analyzer.stems(one)).isEqualTo(analyzer.stems(other));
  }

  @Property(tries = 300)
  void wordsAndStemsGoTogetherAndNoDigitIsLost(@ForAll String text) {
    List<String> words = analyzer.words(text);
    assertThat(analyzer.stems(text)).hasSameSizeAs(words);
    assertThat(words).noneMatch(String::isEmpty);
  }

  @Property(tries = 300)
  void takingApartTwiceChangesNothing(@ForAll String text) {
    for (String word : analyzer.words(text.toLowerCase(Locale.ROOT))) {
      assertThat(WordParts.of(word)).isNotEmpty();
    }
  }
}
