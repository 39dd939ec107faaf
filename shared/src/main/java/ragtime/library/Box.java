package ragtime.library;

/**
 * A rectangle on a page as a reader sees it, in points (1/72 inch) from the page's top left corner,
 * after the page's own rotation.
 */
public record Box(float left, float top, float width, float height) {

  public Box {
    if (!(width >= 0 && height >= 0) || Float.isInfinite(left) || Float.isInfinite(top)) {
      throw new IllegalArgumentException("A box has a finite corner and a size of 0 or more");
    }
  }

  /** The smallest box that holds both. */
  public Box union(Box other) {
    float x = Math.min(left, other.left);
    float y = Math.min(top, other.top);
    float right = Math.max(left + width, other.left + other.width);
    float bottom = Math.max(top + height, other.top + other.height);
    return new Box(x, y, right - x, bottom - y);
  }
}
