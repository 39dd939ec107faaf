package ragtime.pdf;

import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is written in a page's form fields and text boxes: they are drawn over its content.
 */
final class Appearances {
  private static final int MOST = 5000;
  private static final int HIDDEN = 2;
  private static final int NO_VIEW = 32;
  private static final COSName FREE_TEXT = COSName.getPDFName("FreeText");

  private Appearances() {}

  static void read(COSDictionary page, TextInterpreter interpreter, PageGeometry geometry)
      throws IOException {
    if (!(page.getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations)) {
      return;
    }
    for (int i = 0; i < Math.min(annotations.size(), MOST); i++) {
      if (annotations.getObject(i) instanceof COSDictionary annotation && isWritten(annotation)) {
        COSStream appearance = appearance(annotation);
        if (appearance != null) {
          Affine placed = place(annotation, appearance);
          interpreter.runAppearance(appearance, placed.then(geometry.toDisplay()));
        }
      }
    }
  }

  private static boolean isWritten(COSDictionary annotation) {
    COSName subtype = annotation.getCOSName(COSName.SUBTYPE);
    return (COSName.WIDGET.equals(subtype) || FREE_TEXT.equals(subtype))
        && (annotation.getInt(COSName.F, 0) & (HIDDEN | NO_VIEW)) == 0;
  }

  private static @Nullable COSStream appearance(COSDictionary annotation) {
    COSDictionary appearances = annotation.getCOSDictionary(COSName.AP);
    COSBase normal = appearances == null ? null : appearances.getDictionaryObject(COSName.N);
    if (normal instanceof COSStream stream) {
      return stream;
    }
    COSName state = annotation.getCOSName(COSName.AS);
    return normal instanceof COSDictionary states && state != null
        ? states.getCOSStream(state)
        : null;
  }

  /** The map from the appearance's box, after its own matrix, to the annotation's rectangle. */
  private static Affine place(COSDictionary annotation, COSStream appearance) {
    float[] rect = numbers(annotation.getDictionaryObject(COSName.RECT), 4);
    float[] box = numbers(appearance.getDictionaryObject(COSName.BBOX), 4);
    float[] m = numbers(appearance.getDictionaryObject(COSName.MATRIX), 6);
    if (rect.length == 0 || box.length == 0) {
      return Affine.IDENTITY;
    }
    Affine matrix =
        m.length == 0 ? Affine.IDENTITY : new Affine(m[0], m[1], m[2], m[3], m[4], m[5]);
    Affine a = matrix.moved(box[0], box[1]);
    Affine b = matrix.moved(box[2], box[3]);
    double left = Math.min(a.e(), b.e());
    double bottom = Math.min(a.f(), b.f());
    double width = Math.abs(a.e() - b.e());
    double height = Math.abs(a.f() - b.f());
    double x = width == 0 ? 1 : Math.abs(rect[2] - rect[0]) / width;
    double y = height == 0 ? 1 : Math.abs(rect[3] - rect[1]) / height;
    double toLeft = Math.min(rect[0], rect[2]) - left * x;
    double toBottom = Math.min(rect[1], rect[3]) - bottom * y;
    return new Affine(x, 0, 0, y, toLeft, toBottom);
  }

  private static float[] numbers(@Nullable COSBase array, int count) {
    return array instanceof COSArray a && a.size() == count ? a.toFloatArray() : new float[0];
  }
}
