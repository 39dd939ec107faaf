package ragtime.index;

import java.util.List;

/** How people shorten names. All words are in lower case. */
final class Abbreviations {
  private Abbreviations() {}

  /**
   * Whether a word is made of beginnings of all the words in their order, as {@code amex} is of
   * American Express and {@code jj} of Johnson Johnson; an n may stand for "and", as in JnJ.
   */
  static boolean ofBeginnings(String word, List<String> words) {
    return beginnings(word, words) || (word.length() > 2 && beginnings(without(word, 'n'), words));
  }

  private static boolean beginnings(String word, List<String> words) {
    if (words.isEmpty()) {
      return word.isEmpty();
    }
    String first = words.getFirst();
    for (int n = 1; n <= Math.min(first.length(), word.length()); n++) {
      if (first.charAt(n - 1) != word.charAt(n - 1)) {
        return false;
      }
      if (beginnings(word.substring(n), words.subList(1, words.size()))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a word has the first letter of a name and goes on with letters of it in their order, as
   * ticker symbols do: {@code msft}.
   */
  static boolean ofLetters(String word, String name) {
    if (word.isEmpty() || word.length() >= name.length() || word.charAt(0) != name.charAt(0)) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < name.length() && at < word.length(); i++) {
      if (name.charAt(i) == word.charAt(at)) {
        at++;
      }
    }
    return at == word.length();
  }

  private static String without(String word, char letter) {
    return word.replace(String.valueOf(letter), "");
  }
}
