package ragtime.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ragtime.library.FailureReason;

class WordsTest {
  private final Words words = new Words(Locale.ENGLISH);

  @Test
  void theBundleHasExactlyThePhrases() {
    assertThat(ResourceBundle.getBundle("ragtime.slack.words").keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Phrase.values()).map(Phrase::key).toList());
  }

  @ParameterizedTest
  @EnumSource
  void everyPhraseIsAPatternWithoutLostApostrophes(Phrase phrase) {
    assertThat(ResourceBundle.getBundle("ragtime.slack.words").getString(phrase.key()))
        .doesNotContain("'");
    assertThat(words.say(phrase, 1, 2, 3)).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void everyFailureHasItsAdvice(FailureReason reason) {
    assertThat(words.reason(reason)).endsWith(".");
  }

  @Test
  void oneAndManyReadRight() {
    assertThat(words.say(Phrase.FILE_SEARCHABLE, "a.pdf", 1, 1)).endsWith("1 page, 1 passage");
    assertThat(words.say(Phrase.FILE_SEARCHABLE, "a.pdf", 12, 1040))
        .endsWith("12 pages, 1,040 passages");
  }

  @Test
  void aLanguageWithoutWordsSpeaksEnglish() {
    assertThat(new Words(Locale.JAPANESE).say(Phrase.HELPFUL)).isEqualTo("Helpful");
  }
}
