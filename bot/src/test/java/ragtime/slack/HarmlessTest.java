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
      Pattern.compile(
          "<[!@#]|@(?:channel|here|everyone)\\b|(?<![\\w.%+-])@\\w", Pattern.CASE_INSENSITIVE);
  private static final Pattern LINKS =
      Pattern.compile(
          "\\]\\(|\\]:|!\\[|[a-z]://|\\bmailto:[^\\s\u2060]|\\bwww\\.", Pattern.CASE_INSENSITIVE);

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
            "\n",
            "](",
            "]:",
            "![",
            "https:",
            "//",
            "mailto:",
            "www",
            ".",
            "x.org")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  @Property
  void nothingPingsInMarkdown(@ForAll("hostile") String text) {
    assertThat(Harmless.markdown(text)).doesNotContainPattern(PINGS).doesNotContainPattern(LINKS);
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
        List.of(
            "<!channel>",
            "<@U123>",
            "@here",
            "@maya",
            "<!subteam^S1>",
            "<#C1|general>",
            "<http://evil.example|your bank>",
            "[your bank](http://evil.example)",
            "[your bank](//evil.example)",
            "[1]: evil.example",
            "HTTPS://evil.example",
            "www.evil.example",
            "<mailto:a@evil.example|us>",
            "<a@evil.example>",
            "javascript:alert(1)")) {
      assertThat(Harmless.markdown(text)).isNotEqualTo(text);
      assertThat(Harmless.markdown(text).replace("\u2060", "")).isEqualTo(text);
    }
  }

  @Test
  void ordinaryTextIsLeftAlone() {
    String text =
        "Costs < $5 & > $2: ask hr@example.com, see [1][2] (page 3): and 10:30 `a<b`. | a | b |";
    assertThat(Harmless.markdown(text)).isEqualTo(text);
    assertThat(Harmless.mrkdwn("a < b & c")).isEqualTo("a &lt; b &amp; c");
  }
}
