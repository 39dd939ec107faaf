package ragtime.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThesaurusTest {
  private final PassageAnalyzer analyzer = new PassageAnalyzer();
  private final Thesaurus thesaurus = new Thesaurus("synonyms.txt", analyzer);

  @Test
  void aGroupWorksBothWays() {
    assertThat(others("what was capex?")).contains(analyzer.stems("capital expenditure"));
    assertThat(others("what was the capital expenditure?")).contains(analyzer.stems("capex"));
  }

  @Test
  void anArrowWorksOneWayAndGoesOnToWhatItsTargetIsCalled() {
    assertThat(others("gross margin"))
        .contains(analyzer.stems("cost of sales"), analyzer.stems("cogs"));
    assertThat(others("cost of sales")).doesNotContain(analyzer.stems("gross margin"));
  }

  @Test
  void theLongestExpressionIsFound() {
    assertThat(thesaurus.in(analyzer.stems("the fixed asset turnover ratio")))
        .extracting(Thesaurus.Entry::length)
        .contains(3);
  }

  @Test
  void noExpressionIsEmptyAndNoneStandsForItself() {
    for (String line : WordList.lines("synonyms.txt")) {
      for (String expression : line.split("->|,")) {
        List<String> stems = analyzer.stems(expression);
        assertThat(stems).as(line).isNotEmpty();
        assertThat(thesaurus.in(stems)).as(line).allMatch(e -> !e.others().contains(stems));
      }
    }
  }

  private List<List<String>> others(String question) {
    return thesaurus.in(analyzer.stems(question)).stream()
        .flatMap(entry -> entry.others().stream())
        .toList();
  }
}
