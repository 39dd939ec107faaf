package ragtime.answer;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a [3] b [1] c [3]; a [1] b [2] c [1]",
        "a [2, 3]; a [1][2]",
        "a 【2】; a [1]",
        "a [^3]; a [1]",
        "a [99] b [2]; a  b [1]",
        "a [0] [12345678901]; a  ",
        "list [x] and [1a]; list [x] and [1a]",
      },
      ignoreLeadingAndTrailingWhitespace = false)
  void countsInTheOrderOfMention(String text, String expected) {
    assertThat(new Numbering(3).renumber(text).strip()).isEqualTo(expected.strip());
  }

  @Property(tries = 500)
  void everyNumberHasItsPassageAndTheOtherWayRound(
      @ForAll
          @StringLength(max = 40)
          @Chars({'[', ']', '1', '2', '9', ' ', ',', 'a', '【', '】', '^'})
          String text) {
    Numbering numbering = new Numbering(4);
    Citations.check(numbering.renumber(text), numbering.cited().size());
  }

  @Property(tries = 500)
  void aStreamShowsWhatTheWholeTextSays(
      @ForAll @StringLength(max = 40) @Chars({'1', '2', ' ', ',', 'a', 'N'}) String before,
      @ForAll @StringLength(max = 3) @Chars({'1', '2', '7'}) String cited) {
    String text = before + "[" + cited + "] and " + before + "[2, 1].";
    StringBuilder shown = new StringBuilder();
    ReplyStream stream = new ReplyStream("NOTHING", new Numbering(4), shown::append);
    text.chars().forEach(c -> stream.accept(Character.toString(c)));
    stream.end();

    assertThat(shown.toString()).isEqualTo(new Numbering(4).renumber(text));
  }

  @Test
  void noGapIsLeftWhereANumberWasDroppedBeforeAStop() {
    assertThat(new Numbering(1).renumber("Six months [1], and cheese [99]."))
        .isEqualTo("Six months [1], and cheese.");
  }
}
