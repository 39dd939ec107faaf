package ragtime.pdf;

import java.util.ArrayList;
import java.util.List;

/** Joins the letters of a line that is s p a c e d out, which no one would find by its words. */
final class SpacedLetters {
  private static final int FEWEST = 6;

  private SpacedLetters() {}

  static List<Word> joined(List<Word> line) {
    long letters = line.stream().filter(w -> w.text().length() == 1).count();
    if (line.size() < FEWEST
        || letters < 0.9 * line.size()
        || line.stream().anyMatch(w -> !Character.isLetter(w.text().charAt(0)))) {
      return line;
    }
    float narrow = Float.MAX_VALUE;
    for (int i = 1; i < line.size(); i++) {
      narrow = Math.min(narrow, line.get(i).x0() - line.get(i - 1).x1());
    }
    List<Word> words = new ArrayList<>();
    for (Word letter : line) {
      Word last = words.isEmpty() ? null : words.getLast();
      if (last != null && letter.x0() - last.x1() < narrow + 0.25f * letter.size()) {
        words.set(words.size() - 1, last.part(last.text() + letter.text(), last.x0(), letter.x1()));
      } else {
        words.add(letter);
      }
    }
    return words;
  }
}
