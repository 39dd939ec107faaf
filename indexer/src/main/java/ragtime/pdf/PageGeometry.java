package ragtime.pdf;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/**
 * From a page's own coordinates to those a reader sees: points from the top left corner of its crop
 * box, after the page's rotation.
 */
record PageGeometry(Affine toDisplay, float width, float height) {

  static PageGeometry of(COSDictionary page) {
    PDRectangle media = rectangle(PageFinder.inherited(page, COSName.MEDIA_BOX));
    PDRectangle crop = rectangle(PageFinder.inherited(page, COSName.CROP_BOX));
    PDRectangle box = media == null ? PDRectangle.LETTER : media;
    if (crop != null) {
      box = intersection(box, crop);
    }
    double left = box.getLowerLeftX();
    double bottom = box.getLowerLeftY();
    float w = box.getWidth();
    float h = box.getHeight();
    return switch (rotation(page)) {
      case 90 -> new PageGeometry(new Affine(0, 1, 1, 0, -bottom, -left), h, w);
      case 180 -> new PageGeometry(new Affine(-1, 0, 0, 1, w + left, -bottom), w, h);
      case 270 -> new PageGeometry(new Affine(0, -1, -1, 0, h + bottom, w + left), h, w);
      default -> new PageGeometry(new Affine(1, 0, 0, -1, -left, h + bottom), w, h);
    };
  }

  private static int rotation(COSDictionary page) {
    return PageFinder.inherited(page, COSName.ROTATE) instanceof COSNumber degrees
        ? Math.floorMod(degrees.intValue(), 360)
        : 0;
  }

  private static @Nullable PDRectangle rectangle(@Nullable COSBase entry) {
    if (!(entry instanceof COSArray array) || array.size() < 4) {
      return null;
    }
    PDRectangle box = new PDRectangle(array);
    return box.getWidth() >= 1 && box.getHeight() >= 1 ? box : null;
  }

  private static PDRectangle intersection(PDRectangle a, PDRectangle b) {
    float left = Math.max(a.getLowerLeftX(), b.getLowerLeftX());
    float bottom = Math.max(a.getLowerLeftY(), b.getLowerLeftY());
    float width = Math.min(a.getUpperRightX(), b.getUpperRightX()) - left;
    float height = Math.min(a.getUpperRightY(), b.getUpperRightY()) - bottom;
    return width >= 1 && height >= 1 ? new PDRectangle(left, bottom, width, height) : a;
  }
}
