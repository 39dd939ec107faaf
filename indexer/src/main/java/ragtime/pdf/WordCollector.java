package ragtime.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Joins a page's glyphs, as they are drawn, to words, apart for each direction of writing. */
final class WordCollector {
  /** A gap wider than this part of the font's size divides words. */
  private static final float GAP = 0.16f;

  private final Map<Integer, List<Word>> byAngle = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();
  private List<Word> words = new ArrayList<>();
  private int angle = Integer.MIN_VALUE;
  private float x0;
  private float x1;
  private float y;
  private float size;
  private int style;
  private boolean spaced;
  private float lastX;
  private String lastGlyph = "";
  private int glyphs;
  private int order;

  /** The words of each direction, by the degrees it is turned clockwise. */
  Map<Integer, List<Word>> finish() {
    flush();
    return byAngle;
  }

  int glyphs() {
    return glyphs;
  }

  /** The direction of the glyphs that follow. */
  void turn(int degrees) {
    if (degrees != angle) {
      flush();
      spaced = false;
      angle = degrees;
      words = byAngle.computeIfAbsent(degrees, a -> new ArrayList<>());
    }
  }

  /** A glyph from {@code from} to {@code to}, in the turned coordinate system. */
  void add(String glyph, float from, float to, float baseline, float fontSize, int fontStyle) {
    if (glyph.isEmpty()) {
      return;
    }
    glyphs++;
    if (glyph.isBlank()) {
      flush();
      spaced = true;
      return;
    }
    if (!text.isEmpty()) {
      float scale = Math.max(size, fontSize);
      boolean sameLine = Math.abs(baseline - y) < 0.1f * scale;
      if (sameLine && glyph.equals(lastGlyph) && Math.abs(from - lastX) < 0.15f * fontSize) {
        return; // Drawn twice to look bold.
      }
      float gap = from - x1;
      if (!sameLine || gap > GAP * scale || gap < -0.35f * scale || differs(fontSize, size)) {
        flush();
      }
    }
    if (text.isEmpty()) {
      x0 = from;
      x1 = to;
      y = baseline;
      size = fontSize;
      style = fontStyle;
    }
    text.append(glyph);
    x0 = Math.min(x0, from);
    x1 = Math.max(x1, to);
    lastX = from;
    lastGlyph = glyph;
  }

  private static boolean differs(float a, float b) {
    return Math.abs(a - b) > 0.15f * Math.max(a, b);
  }

  private void flush() {
    if (!text.isEmpty()) {
      words.add(new Word(text.toString(), x0, x1, y, size, style, order++, spaced));
      text.setLength(0);
      spaced = false;
    }
  }
}
