package ragtime.pdf;

import ragtime.library.FailureReason;

/** What came of drawing a page. */
public sealed interface PagePicture {

  /**
   * It is drawn.
   *
   * @param png the picture, as PNG
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record Drawn(byte[] png) implements PagePicture {}

  /**
   * It cannot be drawn.
   *
   * @param reason why
   */
  record Failed(FailureReason reason) implements PagePicture {}
}
