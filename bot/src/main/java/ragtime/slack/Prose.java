package ragtime.slack;

import java.util.ArrayList;
import java.util.List;

/** Cuts running text where it hurts least: after a line, a sentence, a word, or where it must. */
final class Prose {
  private Prose() {}

  /** Pieces of at most so many characters; put together they are the text. */
  static List<String> pieces(String text, int limit) {
    List<String> pieces = new ArrayList<>();
    String rest = text;
    while (rest.length() > limit) {
      int cut = cut(rest, limit);
      pieces.add(rest.substring(0, cut));
      rest = rest.substring(cut);
    }
    if (!rest.isEmpty()) {
      pieces.add(rest);
    }
    return pieces;
  }

  private static int cut(String text, int limit) {
    int earliest = limit / 2;
    for (String end : List.of("\n", ". ", "! ", "? ", "。", "; ", ", ", " ")) {
      int at = text.lastIndexOf(end, limit - end.length());
      if (at >= earliest) {
        return at + end.length();
      }
    }
    return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
  }
}
