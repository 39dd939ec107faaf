package ragtime.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.util.Matrix;

/** Writes PDFs for tests, with positions counted from the page's top left corner. */
final class TestPdf implements AutoCloseable {
  static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
  static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);
  static final PDFont CODE = new PDType1Font(FontName.COURIER);

  private final PDDocument document = new PDDocument();
  private final List<Step> steps = new ArrayList<>();
  private PDPage page = new PDPage();

  private interface Step {
    void draw(PDPageContentStream content) throws IOException;
  }

  PDDocument document() {
    return document;
  }

  TestPdf page() {
    return page(0);
  }

  TestPdf page(int rotation) {
    finishPage();
    page = new PDPage(PDRectangle.LETTER);
    page.setRotation(rotation);
    document.addPage(page);
    return this;
  }

  TestPdf text(float x, float y, PDFont font, float size, String text) {
    return text(Matrix.getTranslateInstance(x, 792 - y), font, size, text);
  }

  TestPdf text(Matrix matrix, PDFont font, float size, String text) {
    steps.add(
        content -> {
          content.beginText();
          content.setFont(font, size);
          content.setTextMatrix(matrix);
          content.showText(text);
          content.endText();
        });
    return this;
  }

  /** Lines of plain text, 14 points apart. */
  TestPdf lines(float x, float y, String... lines) {
    for (int i = 0; i < lines.length; i++) {
      text(x, y + 14 * i, PLAIN, 10, lines[i]);
    }
    return this;
  }

  Path save(Path file) {
    try {
      finishPage();
      document.save(file.toFile());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void finishPage() {
    if (steps.isEmpty()) {
      return;
    }
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      for (Step step : steps) {
        step.draw(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    steps.clear();
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
