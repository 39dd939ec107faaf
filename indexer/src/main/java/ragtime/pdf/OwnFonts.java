package ragtime.pdf;

import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for fonts that a document does not bring along. Only their widths matter for reading,
 * so one font does for all, and the machine's fonts, which PDFBox would search for seconds and keep
 * an index of on disk, are left alone.
 */
final class OwnFonts implements FontMapper {
  private static final String PATH = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private @Nullable TrueTypeFont font;

  /** Makes PDFBox use this for the rest of the process. */
  static void install() {
    FontMappers.set(new OwnFonts());
  }

  @Override
  public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
    return new FontMapping<>(font(), true);
  }

  @Override
  public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
    return new FontMapping<>(font(), true);
  }

  @Override
  public CIDFontMapping getCIDFont(
      String name, PDFontDescriptor descriptor, PDCIDSystemInfo systemInfo) {
    return new CIDFontMapping(null, font(), true);
  }

  private TrueTypeFont font() {
    TrueTypeFont known = font;
    if (known == null) {
      try (InputStream in = OwnFonts.class.getResourceAsStream(PATH)) {
        if (in == null) {
          throw new IllegalStateException("PDFBox has no " + PATH);
        }
        known = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in));
      } catch (IOException e) {
        throw new IllegalStateException("PDFBox's own font cannot be read", e);
      }
      font = known;
    }
    return known;
  }
}
