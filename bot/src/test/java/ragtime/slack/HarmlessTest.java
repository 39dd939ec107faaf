package ragtime.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HarmlessTest {
  private static final Pattern PINGS =
      Pattern.compile("<[!@#]|@(?:channel|here|everyone)\\b", Pattern.CASE_INSENSITIVE);

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.of(
            "<",
            "!",
            "@",
            "#",
            "channel",
            "here",
            "Everyone",
            ">",
            "|",
            "&lt;",
            " ",
            "a",
            "U1",
            "[",
            "\u202e",
            "\n")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  @Property
  void nothingPingsInMarkdown(@ForAll("hostile") String text) {
    assertThat(Harmless.markdown(text)).doesNotContainPattern(PINGS);
  }

  @Property
  void nothingActsInSlacksMarkup(@ForAll("hostile") String text) {
    assertThat(Harmless.mrkdwn(text)).doesNotContain("<", ">").doesNotContainPattern(PINGS);
    assertThat(Harmless.name(text)).doesNotContain("\n", "|", "*");
  }

  @Property
  void onceIsEnough(@ForAll("hostile") String text) {
    String once = Harmless.markdown(text);
    assertThat(Harmless.markdown(once)).isEqualTo(once);
  }

  @Property
  void piecesCutAtWhiteSpaceAreSafeAlone(@ForAll("hostile") String a, @ForAll("hostile") String b) {
    assertThat(Harmless.markdown(a + " ") + Harmless.markdown(b))
        .isEqualTo(Harmless.markdown(a + " " + b));
  }

  @Test
  void whatPingsStaysReadable() {
    for (String text :
        List.of("<!channel>", "<@U123>", "@here", "<!subteam^S1>", "<#C1|general>")) {
      assertThat(Harmless.markdown(text)).isNotEqualTo(text);
      assertThat(Harmless.markdown(text).replace("\u2060", "")).isEqualTo(text);
    }
  }

  @Test
  void ordinaryTextIsLeftAlone() {
    String text = "Costs < $5 & > $2: ask hr@example.com, see [1] and `a<b`. | a | b |";
    assertThat(Harmless.markdown(text)).isEqualTo(text);
    assertThat(Harmless.mrkdwn("a < b & c")).isEqualTo("a &lt; b &amp; c");
  }
}
