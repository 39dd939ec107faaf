package ragtime.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import ragtime.library.Box;
import ragtime.library.FailureReason;

/**
 * Draws a page in the JVM it runs in. What it throws, and for how long it runs, depends on the
 * file: call it where that does no harm.
 */
final class PageDrawing {
  private static final int WIDTH = 1200;
  private static final int MOST_HEIGHT = 3000;
  private static final int MOST_PAGES = 20_000;
  private static final List<COSName> INHERITED =
      List.of(COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);

  private PageDrawing() {}

  /** The file has no such page, or may not be opened. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;
    private final FailureReason reason;

    RefusedException(FailureReason reason) {
      super(reason.word());
      this.reason = reason;
    }

    FailureReason reason() {
      return reason;
    }
  }

  /** The page, counted from 1, as a reader sees it. */
  static BufferedImage of(Path file, int page, List<Box> lines) throws IOException {
    try (RandomAccessRead bytes = new RandomAccessReadBufferedFile(file.toFile());
        PDDocument document = Loader.loadPDF(bytes, IOUtils.createMemoryOnlyStreamCache());
        PDDocument alone = new PDDocument()) {
      PageFinder finder = new PageFinder(document, MOST_PAGES);
      if (page > finder.pages().size()) {
        throw new RefusedException(FailureReason.EMPTY);
      }
      COSDictionary found = finder.pages().get(page - 1);
      PageGeometry geometry = PageGeometry.of(found);
      alone.addPage(new PDPage(standingAlone(found)));
      layers(document, alone);
      // Half a pixel more, for the renderer rounds down.
      float scale =
          Math.min((WIDTH + 0.5f) / geometry.width(), (MOST_HEIGHT + 0.5f) / geometry.height());
      PDFRenderer renderer = new PDFRenderer(alone);
      renderer.setSubsamplingAllowed(true);
      BufferedImage picture = renderer.renderImage(0, scale, ImageType.RGB);
      lines.forEach(line -> Highlight.over(picture, line, scale));
      return picture;
    } catch (InvalidPasswordException e) {
      throw new RefusedException(FailureReason.ENCRYPTED);
    }
  }

  /** The page without its page tree, which is not to be trusted. */
  private static COSDictionary standingAlone(COSDictionary page) {
    COSDictionary alone = new COSDictionary(page);
    for (COSName name : INHERITED) {
      COSBase value = PageFinder.inherited(page, name);
      if (value != null) {
        alone.setItem(name, value);
      }
    }
    alone.removeItem(COSName.PARENT);
    return alone;
  }

  /** Layers that are hidden stay so. */
  private static void layers(PDDocument from, PDDocument to) {
    COSBase layers =
        from.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.OCPROPERTIES);
    if (layers != null) {
      to.getDocumentCatalog().getCOSObject().setItem(COSName.OCPROPERTIES, layers);
    }
  }
}
