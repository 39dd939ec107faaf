package ragtime.index;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a word that people write joined or apart: letters and digits of {@code FY2018} and
 * {@code 10K}, the words of {@code AMERICAN_EXPRESS}. A number stays whole and loses its thousands
 * separators; a word loses an English possessive.
 */
final class WordParts {
  private WordParts() {}

  /** Whether a word may have other parts than itself. */
  static boolean isComposed(char[] word, int length) {
    boolean digits = false;
    boolean others = false;
    for (int i = 0; i < length; i++) {
      if (Character.isDigit(word[i])) {
        digits = true;
      } else if (Character.isLetter(word[i])) {
        others = true;
      } else {
        return true;
      }
    }
    return digits && others;
  }

  /** The parts, in their order. */
  static List<String> of(String word) {
    if (isNumber(word)) {
      return List.of(word.replace(",", ""));
    }
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= word.length(); i++) {
      if (i == word.length() || kind(word.charAt(i)) != kind(word.charAt(i - 1))) {
        String part = word.substring(start, i);
        boolean possessive =
            part.equalsIgnoreCase("s") && start > 1 && isApostrophe(word.charAt(start - 1));
        if (kind(part.charAt(0)) != Kind.OTHER && !possessive) {
          parts.add(part);
        }
        start = i;
      }
    }
    return parts;
  }

  private enum Kind {
    LETTER,
    DIGIT,
    OTHER
  }

  private static Kind kind(char c) {
    if (Character.isDigit(c)) {
      return Kind.DIGIT;
    }
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK
        ? Kind.LETTER
        : Kind.OTHER;
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(c -> Character.isDigit(c) || c == ',' || c == '.');
  }
}
