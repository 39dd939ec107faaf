package ragtime.local.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ragtime.answer.Exchange;
import ragtime.local.UsageException;

class EvalQuestionsTest {

  @Test
  void aLineHasAllThatIsKnown() {
    EvalQuestion question =
        EvalQuestions.parse(
                List.of(
                    "",
                    """
                    {"id":"a","question":"and then?","file":"g.pdf","pages":[2,3],"kind":"multi-page",
                     "answer_regex":"4,?820","answer":"ignored",
                     "history":[{"role":"user","text":"how much?"},{"role":"assistant","text":"$1"},
                                {"role":"user","text":"sure?"}]}
                    """
                        .replace("\n", " ")))
            .getFirst();
    assertThat(question.pages()).containsExactlyInAnyOrder(2, 3);
    assertThat(question.needsAllPages()).isTrue();
    assertThat(question.answerable()).isTrue();
    assertThat(question.answerRegex().orElseThrow().matcher("$4,820").find()).isTrue();
    assertThat(question.history())
        .containsExactly(new Exchange("how much?", "$1"), new Exchange("sure?", ""));
  }

  @Test
  void aNullFileIsUnanswerableAndAMissingOneUnknown() {
    List<EvalQuestion> questions =
        EvalQuestions.parse(
            List.of(
                "{\"id\":\"a\",\"question\":\"?\",\"file\":null,\"pages\":[]}",
                "{\"id\":\"b\",\"question\":\"?\"}"));
    assertThat(questions).extracting(EvalQuestion::answerable).containsExactly(false, true);
    assertThat(questions).extracting(EvalQuestion::kind).containsExactly("unanswerable", "other");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"b\"",
        "[]",
        "7",
        "{\"id\":\"b\"}",
        "{\"question\":\"?\"}",
        "{\"id\":\"a\",\"question\":\"the same id\"}",
        "{\"id\":\"b\",\"question\":\" \"}",
        "{\"id\":\"b\",\"question\":\"?\",\"pages\":\"x\"}",
        "{\"id\":\"b\",\"question\":\"?\",\"pages\":[\"x\"]}",
        "{\"id\":\"b\",\"question\":{}}",
        "{\"id\":\"b\",\"question\":\"?\",\"answer_regex\":\"(\"}",
        "{\"id\":\"b\",\"question\":\"?\",\"history\":[{\"role\":\"system\",\"text\":\"x\"}]}"
      })
  void aBadLineIsNamed(String line) {
    assertThatThrownBy(
            () -> EvalQuestions.parse(List.of("{\"id\":\"a\",\"question\":\"?\"}", "", line)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("Line 3");
  }

  @Test
  void aSetHasQuestions() {
    assertThatThrownBy(() -> EvalQuestions.parse(List.of("", " ")))
        .isInstanceOf(UsageException.class);
  }
}
