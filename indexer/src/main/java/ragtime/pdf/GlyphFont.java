package ragtime.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType3Font;

/** A font of a document, reduced to what reading needs: each code's text and advance. */
final class GlyphFont {

  /** One glyph: the text it stands for and how far it advances, in ems. */
  record Glyph(String text, float advance, boolean wordSpace) {}

  private final PDFont font;
  private final boolean oneByte;
  private final boolean twoBytes;
  private final float sizeFactor;
  private final boolean bold;
  private final boolean italic;
  private final boolean fixedPitch;
  private final Glyph[] low = new Glyph[256];
  private final Map<Integer, Glyph> high = new HashMap<>();

  GlyphFont(PDFont font) {
    this.font = font;
    oneByte = font instanceof PDSimpleFont;
    twoBytes =
        font instanceof PDType0Font composite
            && composite.getCMap() != null
            && String.valueOf(composite.getCMap().getName()).startsWith("Identity-");
    sizeFactor = font instanceof PDType3Font type3 ? type3Size(type3) : 1;
    String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
    PDFontDescriptor descriptor = font.getFontDescriptor();
    bold =
        name.contains("bold")
            || name.contains("black")
            || name.contains("heavy")
            || name.contains("demi")
            || descriptor != null
                && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600);
    italic =
        name.contains("italic")
            || name.contains("oblique")
            || descriptor != null && descriptor.isItalic();
    fixedPitch =
        name.contains("courier")
            || name.contains("mono")
            || name.contains("consol")
            || name.contains("menlo")
            || descriptor != null && descriptor.isFixedPitch() && oneByte;
  }

  boolean bold() {
    return bold;
  }

  boolean italic() {
    return italic;
  }

  boolean fixedPitch() {
    return fixedPitch;
  }

  /** What the nominal font size is to be multiplied with: not 1 for fonts that bring a scale. */
  float sizeFactor() {
    return sizeFactor;
  }

  /** Hands each glyph of a string to the sink. */
  void decode(byte[] bytes, int start, int end, GlyphSink sink) throws IOException {
    if (oneByte) {
      for (int i = start; i < end; i++) {
        sink.glyph(glyph(bytes[i] & 0xff, 1));
      }
    } else if (twoBytes) {
      for (int i = start; i + 1 < end; i += 2) {
        sink.glyph(glyph((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff, 2));
      }
    } else {
      InputStream in = new ByteArrayInputStream(bytes, start, end - start);
      for (int before = in.available(); before > 0; before = in.available()) {
        int code = font.readCode(in);
        sink.glyph(glyph(code, before - in.available()));
      }
    }
  }

  interface GlyphSink {
    void glyph(Glyph glyph);
  }

  private Glyph glyph(int code, int length) throws IOException {
    Glyph known = code >= 0 && code < 256 ? low[code] : high.get(code);
    if (known != null) {
      return known;
    }
    Glyph made =
        new Glyph(
            Characters.clean(GlyphNames.text(font, code)),
            advance(code),
            length == 1 && code == 32);
    if (code >= 0 && code < 256) {
      low[code] = made;
    } else {
      high.put(code, made);
    }
    return made;
  }

  private float advance(int code) throws IOException {
    float advance =
        font.isVertical() ? font.getWidth(code) / 1000 : font.getDisplacement(code).getX();
    return Float.isFinite(advance) ? advance / sizeFactor : 0;
  }

  private static float type3Size(PDType3Font font) {
    float scale = Math.abs(font.getFontMatrix().getScaleY());
    var box = font.getFontBBox();
    float height = box == null ? 0 : Math.abs(box.getHeight()) * scale;
    return height > 0.01f && height < 10 ? height : 1;
  }
}
