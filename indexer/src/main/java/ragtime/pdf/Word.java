package ragtime.pdf;

/**
 * Glyphs that stand side by side, in a coordinate system turned so that their text runs to the
 * right and y grows downwards.
 *
 * @param y of its baseline
 * @param size of its font, in points
 * @param order its place in the order of drawing
 * @param spaced whether a blank was drawn between it and the word drawn before
 */
record Word(
    String text, float x0, float x1, float y, float size, int style, int order, boolean spaced) {
  static final int BOLD = 1;
  static final int ITALIC = 2;
  static final int FIXED_PITCH = 4;

  /** Another word set alike, in another place on the line. */
  Word part(String other, float from, float to) {
    return new Word(other, from, to, y, size, style, order, spaced);
  }

  /** Whether a blank was drawn between the word before, which stands to its left, and this one. */
  boolean spacedFrom(Word before) {
    return spaced && order == before.order + 1;
  }
}
