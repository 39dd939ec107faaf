package ragtime.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ragtime.library.Audience;

class FollowUpsTest {

  private final Condenser condenser = new FollowUps();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How much is a flat tyre? | and a full service?",
        "How much is a flat tyre? | What does that include?",
        "How many days of leave do mechanics have? | How about part-timers?",
        "How much is a full service? | How long does it take?",
        "Was kostet die Wartung? | und mit neuen Bremsen?",
        "Was kostet die Wartung? | Wie lange dauert das?",
        "¿Cuánto cuesta la revisión? | ¿y con frenos nuevos?",
        "Combien coûte la révision ? | et avec des freins neufs ?",
      })
  void aFollowUpGetsWhatWasAskedBefore(String before, String followUp) {
    Standalone standalone = condense(followUp, before);

    assertThat(standalone.text()).isEqualTo(before + " " + followUp);
    assertThat(standalone.own()).isEqualTo(followUp);
    assertThat(standalone.context()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How much is a flat tyre? | Who is the mechanic for gears?",
        "How much is a flat tyre? | When does the workshop open on Saturdays?",
        "Was kostet die Wartung? | Wann öffnet die Werkstatt am Samstag?",
      })
  void aQuestionThatStandsAloneIsLeftAlone(String before, String question) {
    assertThat(condense(question, before)).isEqualTo(Standalone.alone(question));
  }

  @Test
  void aChainOfFollowUpsReachesBackToItsFirstQuestion() {
    assertThat(
            condense("and on Sundays?", "How much is hiring a cargo bicycle?", "and for a week?")
                .text())
        .isEqualTo("How much is hiring a cargo bicycle? and for a week? and on Sundays?");
  }

  @Test
  void aChangeOfTopicEndsTheChain() {
    assertThat(
            condense("and on Sundays?", "How much is a flat tyre?", "When does the workshop open?")
                .text())
        .isEqualTo("When does the workshop open? and on Sundays?");
  }

  @Property(tries = 200)
  void anythingCanBeAskedAfterAnything(@ForAll String text, @ForAll List<String> before) {
    String question = text.isBlank() ? "?" : text;
    assertThat(condense(question, before.toArray(String[]::new)).text()).isNotNull();
  }

  private Standalone condense(String question, String... before) {
    List<Exchange> history =
        java.util.Arrays.stream(before).map(one -> new Exchange(one, "Something [1].")).toList();
    return condenser.condense(new Question(question, history, new Audience.Everything()));
  }
}
