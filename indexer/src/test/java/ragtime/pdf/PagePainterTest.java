package ragtime.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ragtime.library.Box;
import ragtime.library.FailureReason;
import ragtime.library.Line;
import ragtime.library.Page;

class PagePainterTest {
  @TempDir Path folder;
  private final PagePainter painter = new PagePainter(1);

  private static BufferedImage image(PagePicture picture) throws IOException {
    assertThat(picture).isInstanceOf(PagePicture.Drawn.class);
    return ImageIO.read(new ByteArrayInputStream(((PagePicture.Drawn) picture).png()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void aPageIsDrawnWithTheLinesThatWereReadHighlighted(int rotation) throws IOException {
    Path file = folder.resolve("a.pdf");
    try (TestPdf pdf = new TestPdf()) {
      pdf.page().lines(72, 100, "Another page.");
      pdf.page(rotation).lines(72, 100, "The first line of all.", "The second line.");
      pdf.save(file);
    }
    Page read = ((ReadResult.Pages) reader().read(file)).pages().get(1);
    List<Line> lines = read.blocks().stream().flatMap(block -> block.lines().stream()).toList();
    Box cited = lines.getFirst().box();
    BufferedImage picture = image(painter.paint(file, 2, List.of(cited)));
    assertThat(Math.min(picture.getWidth(), picture.getHeight())).isGreaterThan(900);
    double scale = picture.getWidth() / read.width();
    assertThat(isYellow(picture, cited, scale)).isTrue();
    assertThat(hasInk(picture, cited, scale)).isTrue();
    Box free = new Box(read.width() - 30, read.height() - 30, 20, 20);
    assertThat(isYellow(picture, free, scale)).isFalse();
  }

  private static DocumentReader reader() {
    return new DocumentReader(ReaderLimits.DEFAULT, () -> {});
  }

  private static boolean isYellow(BufferedImage picture, Box box, double scale) {
    Color corner = new Color(picture.getRGB((int) (box.left() * scale), (int) (box.top() * scale)));
    return corner.getRed() > 200 && corner.getBlue() < 150;
  }

  private static boolean hasInk(BufferedImage picture, Box box, double scale) {
    for (int x = (int) (box.left() * scale); x < (box.left() + box.width()) * scale; x++) {
      for (int y = (int) (box.top() * scale); y < (box.top() + box.height()) * scale; y++) {
        if (new Color(picture.getRGB(x, y)).getRed() < 80) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void onADarkGroundTheMarkShowsToo() throws IOException {
    Path file = folder.resolve("dark.pdf");
    try (TestPdf pdf = new TestPdf()) {
      pdf.page().text(72, 100, TestPdf.PLAIN, 10, "x").save(file);
      try (PDPageContentStream content =
          new PDPageContentStream(pdf.document(), pdf.document().getPage(0))) {
        content.setNonStrokingColor(Color.BLACK);
        content.addRect(0, 0, 612, 792);
        content.fill();
      }
      pdf.document().save(file.toFile());
    }
    Box line = new Box(72, 90, 100, 12);
    BufferedImage picture = image(painter.paint(file, 1, List.of(line)));
    int marked = new Color(picture.getRGB(200, 190)).getRed();
    int beside = new Color(picture.getRGB(200, 400)).getRed();
    assertThat(marked).isGreaterThan(beside + 50);
  }

  @Test
  void aVastPageIsDrawnSmall() throws IOException {
    Path file = folder.resolve("vast.pdf");
    try (TestPdf pdf = new TestPdf()) {
      pdf.page().lines(72, 100, "x").save(file);
      pdf.document().getPage(0).setMediaBox(new PDRectangle(14_400, 200_000));
      pdf.document().save(file.toFile());
    }
    BufferedImage picture = image(painter.paint(file, 1, List.of()));
    assertThat(picture.getHeight()).isLessThanOrEqualTo(3000);
    assertThat(picture.getWidth()).isLessThanOrEqualTo(1200);
  }

  @Test
  void aPageThatIsNotThereOrNoPdfIsRefused() throws IOException {
    Path file = folder.resolve("one.pdf");
    try (TestPdf pdf = new TestPdf()) {
      pdf.page().lines(72, 100, "x").save(file);
    }
    assertThat(painter.paint(file, 2, List.of()))
        .isEqualTo(new PagePicture.Failed(FailureReason.EMPTY));
    Path junk = Files.writeString(folder.resolve("junk.pdf"), "not a pdf");
    assertThat(painter.paint(junk, 1, List.of()))
        .isEqualTo(new PagePicture.Failed(FailureReason.DAMAGED));
  }

  @Test
  void pageBombsEndWithinTheirLimitsAndTheNextPageIsDrawn() throws IOException {
    PagePainter hasty = new PagePainter(1, Duration.ofSeconds(2));
    List<Path> bombs =
        List.of(
            HostilePdf.branching(folder.resolve("branching.pdf"), 29),
            HostilePdf.recursive(folder.resolve("recursive.pdf")),
            HostilePdf.circular(folder.resolve("circular.pdf")),
            HostilePdf.inflating(folder.resolve("inflating.pdf"), 1_500_000_000));
    for (Path bomb : bombs) {
      Optional<FailureReason> reason =
          hasty.paint(bomb, 1, List.of()) instanceof PagePicture.Failed failed
              ? Optional.of(failed.reason())
              : Optional.empty();
      assertThat(reason)
          .as(bomb.getFileName().toString())
          .matches(r -> r.isEmpty() || r.get() != FailureReason.ENCRYPTED);
    }
    Path file = folder.resolve("fine.pdf");
    try (TestPdf pdf = new TestPdf()) {
      pdf.page().lines(72, 100, "x").save(file);
    }
    assertThat(painter.paint(file, 1, List.of())).isInstanceOf(PagePicture.Drawn.class);
  }
}
