package ragtime.pdf;

import java.io.IOException;

/** Writes the strings of one text operator: gives each glyph its place on the page. */
final class GlyphPen implements GlyphFont.GlyphSink {
  private final TextState state;
  private final GlyphFont font;
  private final int degrees;
  private final double originX;
  private final double originY;
  private final double step;
  private final float size;
  private final int style;

  private WordCollector words = new WordCollector();
  private double advanced;

  GlyphPen(TextState state, GlyphFont font, Affine textMatrix) {
    this.state = state;
    this.font = font;
    Affine m = textMatrix.then(state.ctm);
    double along = Math.hypot(m.a(), m.b());
    degrees = along == 0 ? 0 : (int) Math.round(Math.toDegrees(Math.atan2(m.b(), m.a())));
    double cos = along == 0 ? 1 : m.a() / along;
    double sin = along == 0 ? 0 : m.b() / along;
    double x = state.rise * m.c() + m.e();
    double y = state.rise * m.d() + m.f();
    originX = x * cos + y * sin;
    originY = y * cos - x * sin;
    step = along;
    size = (float) Math.abs(state.fontSize * Math.hypot(m.c(), m.d()) * font.sizeFactor());
    style =
        (font.bold() || state.renderMode == 2 ? Word.BOLD : 0)
            | (font.italic() ? Word.ITALIC : 0)
            | (font.fixedPitch() ? Word.FIXED_PITCH : 0);
  }

  /** Writes a string with the font. */
  void write(byte[] bytes, int start, int end, WordCollector to) throws IOException {
    words = to;
    words.turn(degrees);
    font.decode(bytes, start, end, this);
  }

  /** Moves by a number of a {@code TJ} array, in thousandths of an em, against the text. */
  void adjust(double thousandths) {
    advanced -= thousandths / 1000 * state.fontSize * state.scaling;
  }

  /** How far the text matrix has moved, in text space. */
  double advanced() {
    return advanced;
  }

  @Override
  public void glyph(GlyphFont.Glyph glyph) {
    double width = glyph.advance() * font.sizeFactor() * state.fontSize * state.scaling;
    double spacing = state.charSpacing + (glyph.wordSpace() ? state.wordSpacing : 0);
    double from = originX + advanced * step;
    double to = from + (width + Math.max(0, spacing) * state.scaling) * step;
    // Spacing between letters belongs to the letter, or spaced headings would fall apart.
    words.add(
        glyph.text(),
        (float) Math.min(from, to),
        (float) Math.max(from, to),
        (float) originY,
        size,
        style);
    advanced += width + spacing * state.scaling;
  }
}
