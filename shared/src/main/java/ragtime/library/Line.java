package ragtime.library;

/**
 * One line of text as it stands on the page.
 *
 * @param text its words, with single spaces; the cells of a table's row are divided by {@code " |
 *     "}
 * @param box where it stands
 */
public record Line(String text, Box box) {

  public Line {
    if (text.isBlank()) {
      throw new IllegalArgumentException("A line has text");
    }
  }
}
