package ragtime.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MarkdownPartsTest {
  private static final Arbitrary<String> LINE =
      Arbitraries.of("a", "bc", "é", " ", "。", ". ", ",", "🙂")
          .list()
          .ofMinSize(1)
          .ofMaxSize(50)
          .map(pieces -> "x" + String.join("", pieces));

  private static Arbitrary<String> lines(String prefix, int most) {
    return LINE.map(line -> prefix + line + "\n")
        .list()
        .ofMinSize(1)
        .ofMaxSize(most)
        .map(lines -> String.join("", lines));
  }

  private static Arbitrary<String> unit(int most) {
    return Arbitraries.oneOf(
        lines("", most),
        lines("- ", most),
        lines("", most).map(code -> "```sql\n" + code + "```\n"),
        lines("| ", most).map(rows -> "| h | i |\n|---|---|\n" + rows));
  }

  @Provide
  Arbitrary<String> texts() {
    return unit(12).list().ofMaxSize(6).map(units -> String.join("\n", units));
  }

  @Provide
  Arbitrary<String> textsOfSmallUnits() {
    return unit(2).list().ofMaxSize(12).map(units -> String.join("\n", units));
  }

  @Property
  void eachPartIsWithinItsLimitAndBalanced(
      @ForAll("texts") String text, @ForAll @IntRange(min = 60, max = 400) int limit) {
    for (String part : MarkdownParts.split(text, limit)) {
      assertThat(part.length()).isLessThanOrEqualTo(limit);
      assertThat(part).isNotBlank();
      assertThat(part.lines().filter(line -> line.startsWith("```")).count() % 2).isZero();
      assertThat(Character.isLowSurrogate(part.charAt(0))).isFalse();
    }
  }

  @Property
  void unitsThatFitAreNeverCutAndTheWholeIsPreserved(@ForAll("textsOfSmallUnits") String text) {
    List<String> parts = MarkdownParts.split(text, 200);
    assertThat(String.join("", parts)).isEqualTo(text);
    for (String part : parts) {
      boolean startsInTable = part.startsWith("|") && !part.startsWith("| h | i |");
      assertThat(startsInTable).isFalse();
    }
  }

  @Property
  void noWordIsLostWhateverIsCut(
      @ForAll("texts") String text, @ForAll @IntRange(min = 60, max = 400) int limit) {
    assertThat(words(String.join("", MarkdownParts.split(text, limit)))).isEqualTo(words(text));
  }

  private static String words(String text) {
    return text.replace("```sql\n", "")
        .replace("```", "")
        .replace("| h | i |\n|---|---|\n", "")
        .replaceAll("\\s", "");
  }

  @Test
  void longCodeIsClosedAndOpenedAgain() {
    String text = "Before\n\n```java\n" + "int a = 1;\n".repeat(12) + "```\n\nAfter";
    List<String> parts = MarkdownParts.split(text, 80);
    assertThat(parts).hasSizeGreaterThan(2);
    assertThat(parts.subList(1, parts.size() - 1))
        .allSatisfy(part -> assertThat(part.strip()).startsWith("```java\n").endsWith("```"));
    assertThat(parts.getLast()).endsWith("After");
  }

  @Test
  void aLongTableRepeatsItsHeading() {
    String heading = "| item | fee |\n|---|---|\n";
    List<String> parts = MarkdownParts.split(heading + "| page | $5 |\n".repeat(12), 90);
    assertThat(parts)
        .hasSizeGreaterThan(1)
        .allSatisfy(part -> assertThat(part).startsWith(heading));
  }

  @Test
  void codeLeftOpenIsClosed() {
    assertThat(MarkdownParts.split("```\nx = 1", 100)).containsExactly("```\nx = 1\n```");
  }

  @Test
  void aBlankTextHasNoParts() {
    assertThat(MarkdownParts.split(" \n ", 100)).isEmpty();
  }
}
