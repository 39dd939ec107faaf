package ragtime.pdf;

import ragtime.library.Box;

/** The way back from coordinates in which text runs to the right to those of the page. */
record Turn(int degrees) {

  /** The page's box around a rectangle given in turned coordinates. */
  Box box(float x0, float top, float x1, float bottom) {
    if (degrees == 0) {
      return new Box(x0, top, x1 - x0, bottom - top);
    }
    return corner(x0, top)
        .union(corner(x1, top))
        .union(corner(x0, bottom))
        .union(corner(x1, bottom));
  }

  private Box corner(float u, float v) {
    double angle = Math.toRadians(degrees);
    double x = u * Math.cos(angle) - v * Math.sin(angle);
    double y = u * Math.sin(angle) + v * Math.cos(angle);
    return new Box((float) x, (float) y, 0, 0);
  }

  /** Top of a page in turned coordinates. */
  float top(float width, float height) {
    return (float) Math.min(Math.min(0, v(width, 0)), Math.min(v(0, height), v(width, height)));
  }

  /** Bottom of a page in turned coordinates. */
  float bottom(float width, float height) {
    return (float) Math.max(Math.max(0, v(width, 0)), Math.max(v(0, height), v(width, height)));
  }

  private double v(float x, float y) {
    double angle = Math.toRadians(degrees);
    return y * Math.cos(angle) - x * Math.sin(angle);
  }
}
