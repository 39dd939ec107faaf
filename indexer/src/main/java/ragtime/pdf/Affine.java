package ragtime.pdf;

/** An affine map in PDF's order: (x, y) goes to (a x + c y + e, b x + d y + f). */
record Affine(double a, double b, double c, double d, double e, double f) {
  static final Affine IDENTITY = new Affine(1, 0, 0, 1, 0, 0);

  /** This map first, the other after it. */
  Affine then(Affine o) {
    return new Affine(
        a * o.a + b * o.c,
        a * o.b + b * o.d,
        c * o.a + d * o.c,
        c * o.b + d * o.d,
        e * o.a + f * o.c + o.e,
        e * o.b + f * o.d + o.f);
  }

  /** Moved by (x, y) before it is applied. */
  Affine moved(double x, double y) {
    return new Affine(a, b, c, d, x * a + y * c + e, x * b + y * d + f);
  }
}
