package ragtime.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import ragtime.answer.Unit.Kind;
import ragtime.index.Hit;

class UnitsTest {

  @Test
  void aRowKnowsTheHeadOfItsTable() {
    List<Unit> units = units("Hire", "Hire\nBicycle | Half day\nCity bicycle | €12\nIt is fun.");

    assertThat(units)
        .extracting(Unit::kind)
        .containsExactly(Kind.HEADING, Kind.HEADING, Kind.ROW, Kind.SENTENCE);
    assertThat(units.get(2).words()).isEqualTo("Bicycle: City bicycle\nHalf day: €12");
  }

  @Test
  void aTableOfNamesAndValuesHasNoHead() {
    assertThat(units("", "Length | 12 cm\nWidth | 40 cm"))
        .extracting(Unit::leadIn)
        .containsOnly("");
  }

  @Test
  void anItemKnowsWhatIntroducesItsList() {
    List<Unit> units =
        units("", "Mechanics on duty:\n• Ines Okafor, wheels\n• Bram Tollens, gears");

    assertThat(units.getFirst().text()).contains("Bram Tollens");
    assertThat(units.get(1).text()).isEqualTo("Ines Okafor, wheels");
    assertThat(units.get(2).leadIn()).isEqualTo("Mechanics on duty:");
  }

  @Test
  void anAnswerKnowsItsQuestion() {
    List<Unit> units = units("FAQ", "Q: Do you lend pumps?\nA: Yes, at the desk.");

    assertThat(units.getLast().text()).isEqualTo("Yes, at the desk.");
    assertThat(units.getLast().leadIn()).isEqualTo("Do you lend pumps?");
  }

  @Test
  void headingsInTheTextHeadWhatFollowsThem() {
    List<Unit> units =
        units("Care", "Care\nChains\nOil the chain weekly.\nBrakes\nLeave them to us.");

    assertThat(units.getLast().heading()).isEqualTo("Brakes");
  }

  @Property(tries = 300)
  void everyUnitStandsInItsPassage(
      @ForAll
          @StringLength(min = 1, max = 120)
          @CharRange(from = 'a', to = 'e')
          @Chars({' ', '.', '\n', ':', '|', '•', '?', 'A', '1'})
          String text) {
    if (!text.isBlank()) {
      assertThat(units("Head", text))
          .allSatisfy(
              unit -> assertThat(squeezed("Head\n" + text)).contains(squeezed(unit.text())));
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static List<Unit> units(String heading, String text) {
    Hit hit = new Library().add("a.pdf", 1, heading, text).all("x").hits().getFirst();
    return Units.of(hit, 0);
  }
}
