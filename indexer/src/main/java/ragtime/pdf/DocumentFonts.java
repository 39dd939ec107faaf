package ragtime.pdf;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;

/** The fonts of one document, each loaded once while it is in use. */
final class DocumentFonts {
  private static final int KEPT = 256;

  private final Map<COSDictionary, GlyphFont> loaded =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<COSDictionary, GlyphFont> eldest) {
          return size() > KEPT;
        }
      };
  private @Nullable GlyphFont fallback;

  /** The font that this entry of a page's resources describes; the fallback if it is broken. */
  GlyphFont font(@Nullable COSBase entry) {
    return entry instanceof COSDictionary dictionary
        ? loaded.computeIfAbsent(dictionary, this::load)
        : fallback();
  }

  /** Helvetica, for text whose font is missing. */
  GlyphFont fallback() {
    GlyphFont known = fallback;
    if (known == null) {
      known = new GlyphFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA));
      fallback = known;
    }
    return known;
  }

  private GlyphFont load(COSDictionary dictionary) {
    try {
      return new GlyphFont(PDFontFactory.createFont(dictionary));
    } catch (IOException | RuntimeException e) {
      // One broken font must not cost the page: PDFBox throws all kinds of exceptions here.
      return fallback();
    }
  }
}
