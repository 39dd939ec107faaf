package ragtime.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import ragtime.library.Block;
import ragtime.library.Box;
import ragtime.library.Line;
import ragtime.library.Page;
import ragtime.library.Passage;
import ragtime.library.PlacedLine;

class PassageSplitterTest {
  private final PassageSplitter splitter = new PassageSplitter();

  @Test
  void givesEachPassageItsHeadingsAcrossPages() {
    Page first = page(1, heading(1, "Handbook"), heading(2, "Leave"), paragraph("Ask early."));
    Page second =
        page(2, paragraph("Ask in writing."), heading(2, "Sickness"), paragraph("Ring at nine."));

    List<Passage> passages = splitter.split("a.pdf", List.of(first, second));

    assertThat(passages).extracting(Passage::page).containsExactly(1, 2);
    assertThat(passages.get(0).headings()).containsExactly("Handbook", "Leave");
    assertThat(passages.get(0).text()).isEqualTo("Handbook\nLeave\nAsk early.");
    // Two short sections are one passage, under what they have in common.
    assertThat(passages.get(1).headings()).containsExactly("Handbook");
    assertThat(passages).extracting(Passage::ordinal).containsExactly(0, 1);
  }

  @Test
  void beginsAnewUnderAHeadingOnceThereIsEnough() {
    Page page =
        page(
            1,
            heading(1, "Leave"),
            paragraph("word ".repeat(80).strip()),
            heading(1, "Sickness"),
            paragraph("Ring at nine."));

    assertThat(splitter.split("a.pdf", List.of(page)))
        .extracting(Passage::headings)
        .containsExactly(List.of("Leave"), List.of("Sickness"));
  }

  @Test
  void dividesLongTextAfterSentences() {
    String text = "This sentence has six words. ".repeat(80).strip();
    List<Passage> passages = splitter.split("a.pdf", List.of(page(1, paragraph(text))));

    assertThat(passages).hasSizeBetween(3, 5);
    assertThat(passages)
        .allSatisfy(
            passage -> {
              assertThat(passage.text()).hasSizeBetween(300, 1001).endsWith("words.");
            });
  }

  @Test
  void repeatsATablesHeaderAndNarrowsTheBox() {
    List<Line> rows = new ArrayList<>();
    rows.add(line("Item | Price", 0));
    IntStream.range(1, 100).forEach(i -> rows.add(line("Thing number " + i + " | " + i, 10f * i)));

    List<Passage> passages = splitter.split("a.pdf", List.of(page(1, new Block.Table(rows, 1))));

    assertThat(passages).hasSizeGreaterThan(2);
    assertThat(passages).allSatisfy(p -> assertThat(p.text()).startsWith("Item | Price\n"));
    assertThat(passages.getFirst().box().height()).isLessThan(500);
  }

  @Property(tries = 300)
  void everyLineIsFoundAgainInItsPassage(@ForAll("pages") List<Page> pages) {
    List<String> set =
        pages.stream()
            .flatMap(page -> page.blocks().stream())
            .flatMap(block -> block.lines().stream())
            .map(Line::text)
            .toList();

    for (Passage passage : splitter.split("a.pdf", pages)) {
      assertThat(passage.lines()).isNotEmpty();
      for (PlacedLine line : passage.lines()) {
        String text = passage.text().substring(line.start(), line.end());
        assertThat(set).anyMatch(whole -> whole.contains(text));
      }
      assertThat(passage.where(0, passage.text().length())).hasSize(passage.lines().size());
    }
  }

  @Property(tries = 300)
  void losesNoWord(@ForAll("pages") List<Page> pages) {
    List<Passage> passages = splitter.split("a.pdf", pages);

    for (Page page : pages) {
      List<Passage> own = passages.stream().filter(p -> p.page() == page.number()).toList();
      assertThat(own.isEmpty()).isEqualTo(page.blocks().isEmpty());
      assertThat(words(own.stream().map(Passage::text))).isEqualTo(words(Stream.of(page.text())));
    }
    assertThat(passages).allSatisfy(p -> assertThat(p.text().length()).isLessThan(3500));
  }

  private static List<String> words(Stream<String> texts) {
    return texts
        .flatMap(t -> Arrays.stream(t.split("\\s+")))
        .filter(w -> !w.isEmpty())
        .sorted()
        .toList();
  }

  @Provide
  Arbitrary<List<Page>> pages() {
    Arbitrary<String> word = Arbitraries.strings().withCharRange('a', 'z').ofLength(5);
    Arbitrary<String> text =
        word.list().ofMinSize(1).ofMaxSize(60).map(words -> String.join(" ", words) + ".");
    Arbitrary<List<Line>> lines =
        text.list().ofMinSize(1).ofMaxSize(12).map(PassageSplitterTest::lines);
    Arbitrary<Block> block =
        Arbitraries.oneOf(
            Combinators.combine(Arbitraries.integers().between(1, 6), text)
                .as((level, title) -> heading(level, title)),
            lines.map(Block.Paragraph::new),
            lines.map(Block.ListItem::new),
            lines.map(rows -> new Block.Table(rows, 0)),
            lines.map(Block.Code::new));
    return block
        .list()
        .ofMaxSize(8)
        .list()
        .ofMaxSize(3)
        .map(
            all ->
                IntStream.range(0, all.size())
                    .mapToObj(i -> new Page(i + 1, 612, 792, all.get(i)))
                    .collect(Collectors.toList()));
  }

  private static List<Line> lines(List<String> texts) {
    return IntStream.range(0, texts.size())
        .mapToObj(i -> line(texts.get(i), 14f * i))
        .collect(Collectors.toList());
  }

  private static Page page(int number, Block... blocks) {
    return new Page(number, 612, 792, List.of(blocks));
  }

  private static Block heading(int level, String text) {
    return new Block.Heading(level, List.of(line(text, 0)));
  }

  private static Block paragraph(String text) {
    return new Block.Paragraph(List.of(line(text, 20)));
  }

  private static Line line(String text, float top) {
    return new Line(text, new Box(72, top, 400, 12));
  }
}
