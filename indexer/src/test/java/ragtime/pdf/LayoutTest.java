package ragtime.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ragtime.library.Block;
import ragtime.library.Box;
import ragtime.library.Page;

/** What is read from pages set in ways that people set pages. */
class LayoutTest {
  @TempDir Path folder;

  @Test
  void readsColumnAfterColumn() {
    TestPdf pdf = new TestPdf().page().text(72, 80, TestPdf.BOLD, 18, "Pumps and their care");
    String[] left = new String[8];
    String[] right = new String[8];
    for (int i = 0; i < 8; i++) {
      left[i] = "left words of line number " + (char) ('a' + i) + " go on";
      right[i] = "right words of line number " + (char) ('a' + i) + " go on";
    }
    pdf.lines(72, 120, left).lines(330, 120, right);

    assertThat(outline(pdf))
        .containsExactly(
            "1# Pumps and their care",
            "P " + String.join(" ", left),
            "P " + String.join(" ", right));
  }

  @Test
  void keepsRowsOfATableTogether() {
    TestPdf pdf = new TestPdf().page();
    pdf.lines(72, 72, "The figures are in millions and were not audited by anyone at all.");
    row(pdf, 110, TestPdf.BOLD, "", "2025", "2024");
    row(pdf, 126, TestPdf.PLAIN, "Cash and cash equivalents", "4,820", "5,100");
    row(pdf, 142, TestPdf.PLAIN, "Receivables, net of", "", "");
    row(pdf, 154, TestPdf.PLAIN, "allowances", "120", "(98)");
    row(pdf, 170, TestPdf.PLAIN, "Total assets", "4,940", "5,002");

    assertThat(outline(pdf))
        .containsExactly(
            "P The figures are in millions and were not audited by anyone at all.",
            "T1 2025 | 2024",
            "Cash and cash equivalents | $4,820 | $5,100",
            "Receivables, net of allowances | $120 | $(98)",
            "Total assets | $4,940 | $5,002");
  }

  private static void row(
      TestPdf pdf,
      float y,
      org.apache.pdfbox.pdmodel.font.PDFont font,
      String label,
      String first,
      String second) {
    pdf.text(72, y, font, 10, label);
    if (!first.isEmpty()) {
      String sign = first.startsWith("20") ? "" : "$";
      pdf.text(360, y, font, 10, sign).text(400, y, font, 10, first);
      pdf.text(460, y, font, 10, sign).text(500, y, font, 10, second);
    }
  }

  @Test
  void leavesRunningLinesOutButTheFirst() {
    TestPdf pdf = new TestPdf();
    for (int i = 1; i <= 5; i++) {
      pdf.page()
          .lines(72, 40, "Marrow Fen handbook")
          .lines(72, 300, "Text number " + "abcde".charAt(i - 1) + " of the book.")
          .lines(300, 760, "Page " + i + " of 5");
    }

    List<String> pages = read(pdf).pages().stream().map(Page::text).toList();

    assertThat(pages.get(0)).isEqualTo("Marrow Fen handbook\n\nText number a of the book.");
    assertThat(pages.subList(1, 5))
        .containsExactly(
            "Text number b of the book.",
            "Text number c of the book.",
            "Text number d of the book.",
            "Text number e of the book.");
  }

  @Test
  void keepsNumbersThatDoNotCountPages() {
    TestPdf pdf = new TestPdf();
    for (int i = 1; i <= 5; i++) {
      pdf.page().lines(72, 40, "Exhibit " + 7 * i).lines(72, 300, "Some words of its own.");
    }

    assertThat(read(pdf).pages().get(3).text()).startsWith("Exhibit 28");
  }

  @Test
  void joinsWordsDividedAtTheEndOfALine() {
    TestPdf pdf =
        new TestPdf()
            .page()
            .lines(
                72,
                100,
                "The long-term plan needs a calibra-",
                "tion of each probe and a long-",
                "term contract for the mem-",
                "branes.");

    assertThat(outline(pdf))
        .containsExactly(
            "P The long-term plan needs a calibration of each probe and a long-term contract for"
                + " the membranes.");
  }

  @Test
  void readsTurnedPagesAndTurnedText() {
    TestPdf pdf = new TestPdf().page(90);
    pdf.text(new Matrix(0, 1, -1, 0, 100, 72), TestPdf.PLAIN, 10, "A landscape page.");
    pdf.page().text(new Matrix(0, 1, -1, 0, 100, 72), TestPdf.PLAIN, 10, "Up along the side.");

    List<Page> pages = read(pdf).pages();

    assertThat(pages.get(0).text()).isEqualTo("A landscape page.");
    assertThat(pages.get(0).width()).isEqualTo(792);
    Box turned = pages.get(0).blocks().getFirst().box();
    assertThat(turned.left()).isBetween(71f, 73f);
    assertThat(turned.top() + turned.height()).isBetween(100f, 103f);
    assertThat(pages.get(1).text()).isEqualTo("Up along the side.");
    Box upright = pages.get(1).blocks().getFirst().box();
    assertThat(upright.height()).isGreaterThan(60);
    assertThat(upright.width()).isBetween(8f, 14f);
  }

  @Test
  void putsLettersWhereTheyStandWheneverTheyWereDrawn() {
    TestPdf pdf =
        new TestPdf()
            .page()
            .text(79.2f, 100, TestPdf.PLAIN, 10, "ay 1 begins with a visit.")
            .text(72, 114, TestPdf.PLAIN, 10, "It takes an hour.")
            .text(72, 100, TestPdf.PLAIN, 10, "D");

    assertThat(outline(pdf)).containsExactly("P Day 1 begins with a visit. It takes an hour.");
  }

  @Test
  void readsTextDrawnTwiceOnce() {
    TestPdf pdf =
        new TestPdf()
            .page()
            .text(72, 100, TestPdf.PLAIN, 10, "Bold by force")
            .text(72.3f, 100, TestPdf.PLAIN, 10, "Bold by force");

    assertThat(outline(pdf)).containsExactly("P Bold by force");
  }

  @Test
  void findsHeadingsListsAndCode() {
    TestPdf pdf =
        new TestPdf()
            .page()
            .text(72, 80, TestPdf.BOLD, 20, "Handbook")
            .text(72, 120, TestPdf.BOLD, 12, "1 Safety")
            .lines(72, 140, "Keep these rules in mind when you work with the machine, always:")
            .lines(90, 160, "- Switch it off first, and wait until the", "  wheel stands still.")
            .lines(90, 188, "- Wear gloves.")
            .text(72, 220, TestPdf.CODE, 10, "if (hot) {")
            .text(84, 232, TestPdf.CODE, 10, "stop();")
            .text(72, 244, TestPdf.CODE, 10, "}");

    assertThat(outline(pdf))
        .containsExactly(
            "1# Handbook",
            "2# 1 Safety",
            "P Keep these rules in mind when you work with the machine, always:",
            "L - Switch it off first, and wait until the wheel stands still.",
            "L - Wear gloves.",
            "C if (hot) {",
            "  stop();",
            "}");
  }

  @Test
  void takesNoHeadingsFromATableOfContents() {
    TestPdf pdf = new TestPdf().page().text(72, 80, TestPdf.BOLD, 16, "Contents");
    for (int i = 1; i <= 8; i++) {
      pdf.text(72, 100 + 16 * i, TestPdf.BOLD, 12, i + " Chapter " + ". ".repeat(30));
      pdf.text(520, 100 + 16 * i, TestPdf.BOLD, 12, "" + 3 * i);
    }

    List<Block> blocks = read(pdf).pages().getFirst().blocks();

    assertThat(blocks).noneMatch(b -> b instanceof Block.Heading);
    assertThat(blocks.getLast().text()).contains("7 Chapter | 21\n8 Chapter | 24");
  }

  private List<String> outline(TestPdf pdf) {
    String all =
        read(pdf).pages().stream()
            .flatMap(page -> page.blocks().stream())
            .map(LayoutTest::marked)
            .collect(Collectors.joining("\n"));
    return List.of(all.split("\n"));
  }

  private static String marked(Block block) {
    return switch (block) {
      case Block.Heading heading -> heading.level() + "# " + heading.text();
      case Block.Paragraph paragraph -> "P " + paragraph.text();
      case Block.ListItem item -> "L " + item.text();
      case Block.Table table -> "T" + table.headerRows() + " " + table.text();
      case Block.Code code -> "C " + code.text();
    };
  }

  private ReadResult.Pages read(TestPdf pdf) {
    try (pdf) {
      Path file = pdf.save(folder.resolve("test.pdf"));
      return (ReadResult.Pages) new DocumentReader(ReaderLimits.DEFAULT, () -> {}).read(file);
    }
  }
}
