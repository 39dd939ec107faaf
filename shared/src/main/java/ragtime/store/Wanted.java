package ragtime.store;

/** What is wanted of an object. */
public sealed interface Wanted {

  /** All of it. */
  record Whole() implements Wanted {}

  /** All of it, unless it is still in this version ({@code If-None-Match}). */
  record Newer(ObjectVersion than) implements Wanted {}

  /**
   * A part of it ({@code Range}), or as much of that as there is.
   *
   * @param from the place of its first byte, counted from 0
   * @param length how many bytes
   */
  record Part(long from, long length) implements Wanted {
    public Part {
      if (from < 0 || length < 1) {
        throw new IllegalArgumentException("Not a part: " + length + " bytes from " + from);
      }
    }

    /** How many bytes that is of an object of this length. */
    long of(long objectLength) {
      return Math.clamp(objectLength - from, 0, length);
    }
  }
}
