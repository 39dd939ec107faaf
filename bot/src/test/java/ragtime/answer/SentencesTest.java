package ragtime.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "It costs $4.50. It is new.; It costs $4.50.|It is new.",
        "Ask Dr. Weber first. Then go.; Ask Dr. Weber first.|Then go.",
        "Tools, e.g. Spanners, are lent. Ask.; Tools, e.g. Spanners, are lent.|Ask.",
        "See no. 4 of the list. Done.; See no. 4 of the list.|Done.",
        "Längerer Urlaub bis zum 15. Februar. Danach nicht.; Längerer Urlaub bis zum 15. Februar.|Danach nicht.",
        "¿Abre hoy? Sí.; ¿Abre hoy?|Sí.",
        "A: Yes, it does. Always.; A: Yes, it does.|Always.",
        "one sentence without an end; one sentence without an end",
      })
  void endsWhereSentencesEnd(String text, String sentences) {
    assertThat(Sentences.of(text)).isEqualTo(List.of(sentences.split("\\|")));
  }

  @Property(tries = 300)
  void losesNothingButSpace(@ForAll String text) {
    assertThat(withoutSpace(String.join("", Sentences.of(text)))).isEqualTo(withoutSpace(text));
  }

  private static String withoutSpace(String text) {
    StringBuilder rest = new StringBuilder();
    text.codePoints().filter(c -> !Character.isWhitespace(c)).forEach(rest::appendCodePoint);
    return rest.toString();
  }
}
