package ragtime.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "What does a full service cost and how long does it take?; What does a full service cost|how long does it take?",
        "Compare the price and the delivery time of a city bicycle and a cargo bicycle.; the price a city bicycle|the price a cargo bicycle|the delivery time a city bicycle|the delivery time a cargo bicycle",
        "What is the difference between a tube and a tyre?; What is the a tube|What is the a tyre",
        "How many gears do the red and the blue bicycle have?; How many gears do the red and the blue bicycle have?",
        "Was kostet die Wartung und wie lange dauert sie?; Was kostet die Wartung|wie lange dauert sie?",
      })
  void asksOneThingEach(String question, String parts) {
    assertThat(Parts.of(Standalone.alone(question), Language.of(question)))
        .extracting(Standalone::own)
        .isEqualTo(List.of(parts.split("\\|")));
  }
}
