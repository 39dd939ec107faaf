package ragtime.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.PostScriptTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.jspecify.annotations.Nullable;

/**
 * What a glyph stands for: what the document says, else what the font program knows. Writers of
 * PDFs map ligatures that Unicode does not have, such as "ti", to nothing, but the font has their
 * names.
 */
final class GlyphNames {
  private static final GlyphList NAMES = load();

  private GlyphNames() {}

  static String text(PDFont font, int code) {
    String declared = font.toUnicode(code, NAMES);
    if (declared != null && !declared.isEmpty() && declared.charAt(0) != 0) {
      return declared;
    }
    try {
      if (font instanceof PDType0Font composite
          && composite.getDescendantFont() instanceof PDCIDFontType2 descendant
          && descendant.isEmbedded()) {
        return ofGlyph(descendant.getTrueTypeFont(), descendant.codeToGID(code));
      }
      if (font instanceof PDSimpleFont simple) {
        String name = simple.getEncoding() == null ? "" : simple.getEncoding().getName(code);
        String named = ofName(name);
        // Like Acrobat: a simple font's code is taken for the character.
        return named.isEmpty() && declared == null ? String.valueOf((char) code) : named;
      }
    } catch (IOException | RuntimeException e) {
      // A broken font program knows nothing.
    }
    return "";
  }

  private static String ofGlyph(TrueTypeFont font, int glyph) throws IOException {
    CmapLookup characters = font.getUnicodeCmapLookup(false);
    List<Integer> codes = characters == null ? null : characters.getCharCodes(glyph);
    if (codes != null && !codes.isEmpty()) {
      return Character.toString(codes.getFirst());
    }
    PostScriptTable names = font.getPostScript();
    return names == null ? "" : ofName(names.getName(glyph));
  }

  /** A name such as {@code t_i.alt}: parts joined by underscores, then a variant. */
  static String ofName(@Nullable String name) {
    if (name == null || name.equals(".notdef")) {
      return "";
    }
    int dot = name.indexOf('.', 1);
    StringBuilder text = new StringBuilder();
    for (String part : (dot < 0 ? name : name.substring(0, dot)).split("_")) {
      String known = NAMES.toUnicode(part);
      if (known == null) {
        return "";
      }
      text.append(known);
    }
    return text.toString();
  }

  private static GlyphList load() {
    String path = "/org/apache/pdfbox/resources/glyphlist/additional.txt";
    try (InputStream more = GlyphList.class.getResourceAsStream(path)) {
      return more == null
          ? GlyphList.getAdobeGlyphList()
          : new GlyphList(GlyphList.getAdobeGlyphList(), more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
