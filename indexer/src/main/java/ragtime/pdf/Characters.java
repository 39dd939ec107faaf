package ragtime.pdf;

import java.text.Bidi;
import java.text.Normalizer;

/** Which characters of a PDF's text are kept, and as what. */
final class Characters {
  private static final String BULLET = "•";

  private Characters() {}

  /** A glyph's text without what nobody can see, ligatures as letters, every space a blank. */
  static String clean(String text) {
    if (text.length() == 1 && text.charAt(0) > ' ' && text.charAt(0) < 0x7f) {
      return text;
    }
    StringBuilder cleaned = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(cleaned, c));
    return cleaned.toString();
  }

  private static void append(StringBuilder to, int c) {
    if (c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c)) {
      to.append(' ');
    } else if (c == 0xad) {
      to.append('\u00ad');
    } else if (c >= 0xf000 && c <= 0xf0ff) {
      // Symbol fonts: only their bullets mean something without the font.
      to.append(BULLET);
    } else if (isPresentationForm(c)) {
      to.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
    } else if (isKept(c)) {
      to.appendCodePoint(c);
    }
  }

  private static boolean isPresentationForm(int c) {
    return c >= 0xfb00 && c <= 0xfdff || c >= 0xfe70 && c <= 0xfefe || c >= 0xff01 && c <= 0xff5e;
  }

  private static boolean isKept(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          false;
      default -> c != 0xfffd;
    };
  }

  /** A line as it stands from left to right, in the order in which it is read. */
  static String inLogicalOrder(String line) {
    char[] chars = line.toCharArray();
    if (!Bidi.requiresBidi(chars, 0, chars.length)) {
      return line;
    }
    Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    int runs = bidi.getRunCount();
    byte[] levels = new byte[runs];
    Integer[] order = new Integer[runs];
    for (int i = 0; i < runs; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      order[i] = i;
    }
    Bidi.reorderVisually(levels, 0, order, 0, runs);
    StringBuilder logical = new StringBuilder(line.length());
    for (int run : order) {
      String text = line.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
      boolean backwards = bidi.getRunLevel(run) % 2 == 1;
      logical.append(backwards ? new StringBuilder(text).reverse() : text);
    }
    return logical.toString();
  }

  /** Whether a text is a list item's mark on its own: a bullet, or a short number or letter. */
  static boolean isListMark(String text) {
    if (text.length() == 1) {
      return "•●○■□▪▫◦‣⁃–—-*·➢✓❖►▶".contains(text);
    }
    return text.length() <= 6 && text.matches("\\(?(\\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]");
  }
}
