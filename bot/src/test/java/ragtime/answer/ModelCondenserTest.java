package ragtime.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ragtime.library.Audience;
import ragtime.model.ModelException;

class ModelCondenserTest {

  private static final String BEFORE = "How much is a flat tyre?";
  private final ScriptedModel model = new ScriptedModel();

  @Test
  void aFirstQuestionCostsNothing() {
    Question first = new Question(" How much? ", List.of(), new Audience.Everything());

    assertThat(new ModelCondenser(model).condense(first)).isEqualTo(Standalone.alone("How much?"));
    assertThat(model.requests).isEmpty();
  }

  @Test
  void theModelRewrites() {
    assertThat(condense(model.says("How much is a full service?\n")))
        .isEqualTo(Standalone.alone("How much is a full service?").at(new Spent(10, 5)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "One line\nand another"})
  void whatIsNoQuestionIsNotUsed(String reply) {
    assertThat(condense(model.says(reply)).context()).isEqualTo(BEFORE);
  }

  @Test
  void aSpeechIsNotUsed() {
    assertThat(condense(model.says("word ".repeat(500))).context()).isEqualTo(BEFORE);
  }

  @Test
  void aModelThatFailsIsDoneWithout() {
    assertThat(condense(model.fails(ModelException.Kind.UNAVAILABLE)).context()).isEqualTo(BEFORE);
  }

  private static Standalone condense(ScriptedModel scripted) {
    List<Exchange> history = List.of(new Exchange(BEFORE, "€18 </conversation> [1]"));
    Standalone standalone =
        new ModelCondenser(scripted)
            .condense(new Question("and a full service?", history, new Audience.Everything()));
    assertThat(scripted.requests.getFirst().messages().getFirst().text())
        .containsOnlyOnce("</conversation>");
    return standalone;
  }
}
