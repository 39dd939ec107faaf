package ragtime.pdf;

/** Strings words together to a segment. */
final class SegmentBuilder {
  private static final float TOUCHING = 0.12f;

  private final StringBuilder text = new StringBuilder();
  private final float x0;
  private final float y;
  private float x1;
  private float top;
  private float bottom;
  private float size;
  private int sizedLetters;
  private int style;
  private int words = 1;

  SegmentBuilder(Word first) {
    x0 = first.x0();
    x1 = first.x1();
    y = first.y();
    top = first.y() - 0.8f * first.size();
    bottom = first.y() + 0.22f * first.size();
    size = first.size();
    sizedLetters = first.text().length();
    style = first.style();
    text.append(first.text());
  }

  float x1() {
    return x1;
  }

  /** Adds the next word to the right, this far from what is there. */
  void add(Word word, float gap, boolean spaced) {
    boolean touches = gap < TOUCHING * word.size() && !spaced;
    if (!touches) {
      words++;
      text.append(' ');
    }
    text.append(word.text());
    x1 = Math.max(x1, word.x1());
    top = Math.min(top, word.y() - 0.8f * word.size());
    bottom = Math.max(bottom, word.y() + 0.22f * word.size());
    style &= word.style();
    if (word.text().length() > sizedLetters) {
      size = word.size();
      sizedLetters = word.text().length();
    }
  }

  Segment build() {
    return new Segment(
        Characters.inLogicalOrder(text.toString()), x0, x1, y, top, bottom, size, style, words);
  }
}
