package ragtime.pdf;

/**
 * A stretch of one line without a wide gap: a whole line of prose, or a cell of a table.
 *
 * @param text its words with single spaces
 * @param y of its baseline
 * @param size of most of its text
 * @param style the styles that all of its words share
 * @param words how many words it has
 */
record Segment(
    String text,
    float x0,
    float x1,
    float y,
    float top,
    float bottom,
    float size,
    int style,
    int words) {

  float width() {
    return x1 - x0;
  }

  boolean bold() {
    return (style & Word.BOLD) != 0;
  }

  boolean fixedPitch() {
    return (style & Word.FIXED_PITCH) != 0;
  }

  /** This segment and one to its right, as one. */
  Segment join(String separator, Segment o) {
    return new Segment(
        text + separator + o.text,
        Math.min(x0, o.x0),
        Math.max(x1, o.x1),
        y,
        Math.min(top, o.top),
        Math.max(bottom, o.bottom),
        Math.max(size, o.size),
        style & o.style,
        words + o.words);
  }

  /** A number, an amount, a percentage, a year, or the dash that stands for none. */
  boolean isNumeric() {
    return isNumeric(text);
  }

  static boolean isNumeric(String text) {
    boolean digit = false;
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digit |= Character.isDigit(c) || c == '—' || c == '–';
      letters += Character.isLetter(c) ? 1 : 0;
    }
    return letters <= 2 && (digit || text.equals("-") || text.equals("$") || letters == 0);
  }

  int digits() {
    return (int) text.chars().filter(Character::isDigit).count();
  }
}
