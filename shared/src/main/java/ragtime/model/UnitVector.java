package ragtime.model;

/** Vectors of length one, so that their dot product is their cosine. */
public final class UnitVector {

  private UnitVector() {}

  /** The vector of this direction; throws {@link ModelException} if it has none. */
  public static float[] of(float[] vector) {
    double squares = 0;
    for (float x : vector) {
      squares += (double) x * x;
    }
    double length = Math.sqrt(squares);
    if (!(length > 0) || Double.isInfinite(length)) {
      throw new ModelException(
          ModelException.Kind.UNAVAILABLE, "The model gave a vector without direction", null, null);
    }
    var unit = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      unit[i] = (float) (vector[i] / length);
    }
    return unit;
  }
}
