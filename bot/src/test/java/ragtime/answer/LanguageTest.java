package ragtime.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How much is it? | en",
        "Tyre? | en",
        "Wie viel kostet das? | de",
        "¿Cuánto cuesta la revisión? | es",
        "Combien coûte la révision ? | fr",
      })
  void isTold(String text, String code) {
    assertThat(Language.of(text).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "es", "fr"})
  void everyLanguageHasTheSameLists(String code) throws IOException {
    assertThat(keys(code)).isEqualTo(keys("en"));
  }

  private static Set<String> keys(String code) throws IOException {
    Properties words = new Properties();
    try (InputStream in =
        LanguageTest.class.getResourceAsStream("language/" + code + ".properties")) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return words.stringPropertyNames();
  }
}
