package ragtime.pdf;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * From a page's own coordinates to those a reader sees: points from the top left corner of its crop
 * box, after the page's rotation.
 */
record PageGeometry(Affine toDisplay, float width, float height) {

  static PageGeometry of(PDPage page) {
    PDRectangle box = page.getCropBox();
    if (!(box.getWidth() >= 1 && box.getHeight() >= 1)) {
      box = PDRectangle.LETTER;
    }
    double left = box.getLowerLeftX();
    double bottom = box.getLowerLeftY();
    float w = box.getWidth();
    float h = box.getHeight();
    return switch (Math.floorMod(page.getRotation(), 360)) {
      case 90 -> new PageGeometry(new Affine(0, 1, 1, 0, -bottom, -left), h, w);
      case 180 -> new PageGeometry(new Affine(-1, 0, 0, 1, w + left, -bottom), w, h);
      case 270 -> new PageGeometry(new Affine(0, -1, -1, 0, h + bottom, w + left), h, w);
      default -> new PageGeometry(new Affine(1, 0, 0, -1, -left, h + bottom), w, h);
    };
  }
}
