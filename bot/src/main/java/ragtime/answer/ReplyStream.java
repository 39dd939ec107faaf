package ragtime.answer;

import java.util.function.Consumer;

/**
 * Passes a model's reply on as it is written, with the readers' citation numbers. Holds back what
 * may be the beginning of a citation, and all of a reply that says that there is no answer.
 */
final class ReplyStream implements Consumer<String> {

  private static final int LONGEST_CITATION = 64;

  private final String marker;
  private final Numbering numbering;
  private final Consumer<String> readers;
  private final StringBuilder held = new StringBuilder();
  private boolean begun;

  ReplyStream(String marker, Numbering numbering, Consumer<String> readers) {
    this.marker = marker;
    this.numbering = numbering;
    this.readers = readers;
  }

  @Override
  public void accept(String piece) {
    held.append(piece);
    if (!begun && mayBeMarker()) {
      return;
    }
    begun = true;
    pass(held.length() - openCitation());
  }

  /** Passes on what is still held back. */
  void end() {
    if (begun || !mayBeMarker()) {
      pass(held.length());
    }
  }

  private void pass(int length) {
    if (length > 0) {
      String text = numbering.renumber(held.substring(0, length));
      held.delete(0, length);
      if (!text.isEmpty()) {
        readers.accept(text);
      }
    }
  }

  private boolean mayBeMarker() {
    String soFar = held.toString().strip();
    return soFar.startsWith(marker) || marker.startsWith(soFar);
  }

  /** How much of the end may belong to a citation that is not complete yet. */
  private int openCitation() {
    int open = Math.max(held.lastIndexOf("["), held.lastIndexOf("【"));
    if (open < 0 || held.length() - open > LONGEST_CITATION) {
      return 0;
    }
    String end = held.substring(open);
    return end.matches("[\\[【]\\^?[\\s\\d,;]*") ? end.length() : 0;
  }
}
