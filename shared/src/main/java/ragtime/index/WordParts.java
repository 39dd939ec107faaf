package ragtime.index;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a word that people write joined or apart: letters and digits of {@code FY2018} and
 * {@code 10K}, the words of {@code AMERICAN_EXPRESS}. A number stays whole and loses its thousands
 * separators; a word loses an English possessive; a {@link Period} is written one way.
 */
final class WordParts {
  private enum Kind {
    LETTER,
    DIGIT,
    OTHER
  }

  private WordParts() {}

  /** Whether a word may have other parts than itself. */
  static boolean isComposed(char[] word, int length) {
    boolean digits = false;
    boolean letters = false;
    for (int i = 0; i < length; i++) {
      switch (kind(word[i])) {
        case DIGIT -> digits = true;
        case LETTER -> letters = true;
        case OTHER -> {
          return true;
        }
      }
    }
    return digits && letters;
  }

  /** Whether letters and digits stand joined as in {@code E15}, and not as in {@code FY22}. */
  static boolean isCode(String word) {
    return isComposed(word.toCharArray(), word.length())
        && word.chars().allMatch(c -> kind((char) c) != Kind.OTHER)
        && Period.parts(word).isEmpty();
  }

  /** The parts, in their order. */
  static List<String> of(String word) {
    if (word.chars().allMatch(c -> Character.isDigit(c) || c == ',' || c == '.')) {
      return List.of(word.replace(",", ""));
    }
    return Period.parts(word).orElseGet(() -> runs(word));
  }

  private static List<String> runs(String word) {
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

  private static Kind kind(char c) {
    if (Character.isDigit(c)) {
      return Kind.DIGIT;
    }
    return Character.isLetter(c)
            || Character.isSurrogate(c)
            || Character.getType(c) == Character.NON_SPACING_MARK
            || Character.getType(c) == Character.COMBINING_SPACING_MARK
        ? Kind.LETTER
        : Kind.OTHER;
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }
}
