package ragtime.pdf;

import org.jspecify.annotations.Nullable;

/**
 * The part of the graphics state that says where text goes and how it looks; {@code q} copies it.
 */
final class TextState {
  Affine ctm;
  @Nullable GlyphFont font;
  double fontSize;
  double charSpacing;
  double wordSpacing;
  double scaling = 1;
  double leading;
  double rise;
  int renderMode;

  TextState(Affine ctm) {
    this.ctm = ctm;
  }

  TextState copy() {
    TextState copy = new TextState(ctm);
    copy.font = font;
    copy.fontSize = fontSize;
    copy.charSpacing = charSpacing;
    copy.wordSpacing = wordSpacing;
    copy.scaling = scaling;
    copy.leading = leading;
    copy.rise = rise;
    copy.renderMode = renderMode;
    return copy;
  }
}
