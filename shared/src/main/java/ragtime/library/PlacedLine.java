package ragtime.library;

/**
 * One line of a passage, as it is set on the page.
 *
 * @param start where it begins in the passage's text
 * @param end where it ends there
 * @param box where it stands on the page
 */
public record PlacedLine(int start, int end, Box box) {

  public PlacedLine {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("A line runs from one place to a later one");
    }
  }

  /** The same line in a text that begins so many characters earlier. */
  public PlacedLine shifted(int characters) {
    return new PlacedLine(start + characters, end + characters, box);
  }
}
