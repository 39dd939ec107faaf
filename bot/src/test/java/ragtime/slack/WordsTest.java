package ragtime.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import ragtime.library.FailureReason;

class WordsTest {
  private static final Pattern BLANK = Pattern.compile("\\{\\d");
  private static final Pattern EMOJI = Pattern.compile("(?<!\\S):[a-z_]+:");
  private static final Pattern COMMAND = Pattern.compile("`/[a-z]+( [a-z]+)?|`[a-z]+:[a-z]+`");

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
    assertThat(new Words(Locale.ITALIAN).say(Phrase.HELPFUL)).isEqualTo("Helpful");
  }

  static Stream<Arguments> everyPhraseInEveryLanguage() {
    return Languages.SPOKEN.stream()
        .flatMap(
            locale -> Arrays.stream(Phrase.values()).map(phrase -> Arguments.of(locale, phrase)));
  }

  @ParameterizedTest
  @MethodSource
  void everyPhraseInEveryLanguage(Locale locale, Phrase phrase) {
    String said = bundle(locale).getString(phrase.key());
    String english = bundle(Locale.ENGLISH).getString(phrase.key());
    assertThat(said).doesNotContain("'").isEqualTo(said.strip());
    assertThat(matches(BLANK, said)).isEqualTo(matches(BLANK, english));
    assertThat(matches(EMOJI, said)).isEqualTo(matches(EMOJI, english));
    assertThat(matches(COMMAND, said)).isEqualTo(matches(COMMAND, english));
    for (int n : new int[] {0, 1, 2, 5}) {
      assertThat(new Words(locale).say(phrase, n, n, n, n)).isNotBlank().doesNotContain("{", "}");
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyBundleHasExactlyThePhrases(Locale locale) throws IOException {
    assertThat(bundle(locale).getLocale().getLanguage())
        .isEqualTo(locale.equals(Locale.ENGLISH) ? "" : locale.getLanguage());
    String name = locale.equals(Locale.ENGLISH) ? "" : "_" + locale.getLanguage();
    try (InputStream in = Words.class.getResourceAsStream("words" + name + ".properties")) {
      assertThat(new PropertyResourceBundle(in).keySet())
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(Phrase.values()).map(Phrase::key).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void whatIsOfferedAsAQuestionAboutTheBotIsUnderstoodAsOne(Locale locale) {
    Words spoken = new Words(locale);
    assertThat(spoken.say(Phrase.HELP_WORDS).split(","))
        .contains(spoken.say(Phrase.PROMPT_HELP).toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void titlesAndButtonsOfModalsFitIn(Locale locale) {
    Words spoken = new Words(locale);
    assertThat(List.of(Phrase.FEEDBACK_TITLE, Phrase.SEND, Phrase.CANCEL, Phrase.CLOSE))
        .allMatch(phrase -> spoken.say(phrase).length() <= 24);
    assertThat(spoken.say(Phrase.SOURCE_TITLE, 9999).length()).isLessThanOrEqualTo(24);
  }

  static List<Locale> languages() {
    return Languages.SPOKEN;
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "ragtime.slack.words",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static Set<String> matches(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
