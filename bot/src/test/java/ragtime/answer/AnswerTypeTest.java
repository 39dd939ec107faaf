package ragtime.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTypeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How much does a full service cost? | MONEY",
        "What's the price of a tube? | MONEY",
        "How long does it take? | DURATION",
        "How many days of leave do we have? | DURATION",
        "How many bicycles are there? | AMOUNT",
        "When do you open? | TIME",
        "Who mends gears? | PERSON",
        "Where is the workshop? | PLACE",
        "What is the phone number of the workshop? | PHONE",
        "What is your email address? | EMAIL",
        "Which oil do we use? | ANYTHING",
        "Is a helmet included in the price? | ANYTHING",
        "Was kostet eine Wartung? | MONEY",
        "Wie lange dauert die Wartung? | DURATION",
        "Wer repariert die Bremsen? | PERSON",
        "¿Cuánto cuesta la revisión? | MONEY",
        "¿Dónde está el taller? | PLACE",
        "Combien de temps dure la révision ? | DURATION",
        "Combien coûte la révision ? | MONEY",
      })
  void tellsWhatIsAskedFor(String question, AnswerType type) {
    assertThat(AnswerType.of(question, Language.of(question))).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MONEY | It costs €95.",
        "MONEY | Kosten: 95 EUR",
        "DURATION | It takes three working days.",
        "DURATION | Nach 30 Minuten",
        "TIME | We open at 8:30.",
        "TIME | Closed on Sundays",
        "PHONE | Ring +49 441 555 0123.",
        "EMAIL | Write to help@bikes.example.",
        "PERCENT | a discount of 15 %",
        "AMOUNT | There are twelve bicycles.",
      })
  void knowsWhatSuchAThingLooksLike(AnswerType type, String text) {
    assertThat(type.in(text, "", Language.of(text))).isGreaterThan(0.8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MONEY | We send 3-4 pages of photos.",
        "MONEY | It has gears.",
        "DURATION | It is quick.",
        "PHONE | Ring us in 2026, or write 4,820 letters.",
        "EMAIL | Write us an email.",
      })
  void isNotTakenInByOtherThings(AnswerType type, String text) {
    assertThat(type.in(text, "", Language.ENGLISH)).isLessThan(0.5);
  }
}
