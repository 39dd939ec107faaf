package ragtime.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallTalkTest {
  private final SmallTalk smallTalk = new SmallTalk();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "thanks!",
        "Thank you so much",
        "thx :pray:",
        "ok thanks",
        "Perfect, thank you ragtime!",
        "Vielen Dank!",
        "merci beaucoup",
        "¡Muchas gracias!",
        "ありがとうございます"
      })
  void thanks(String text) {
    assertThat(smallTalk.of(text)).isEqualTo(SmallTalk.Kind.THANKS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lol",
        "LOOOL",
        "haha",
        "hahaha!!",
        ":joy:",
        "😂😂",
        "ok",
        "cool",
        "👍",
        "super",
        "...",
        "got it, makes sense, cool"
      })
  void chatter(String text) {
    assertThat(smallTalk.of(text)).isEqualTo(SmallTalk.Kind.CHATTER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "thanks, and for two people?",
        "ok?",
        "What is the fee?",
        "holiday allowance",
        "OK then how much is parking",
        "What does the thank you bonus amount to",
        "cool roof subsidy",
        "it",
        "Danke. Wie viele Urlaubstage habe ich",
        "SAP"
      })
  void questions(String text) {
    assertThat(smallTalk.of(text)).isEqualTo(SmallTalk.Kind.QUESTION);
  }
}
