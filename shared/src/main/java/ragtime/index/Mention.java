package ragtime.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One to three neighbouring words of a question, which may name a document.
 *
 * @param at the place of the first word
 * @param length how many words
 * @param word the words glued together, in lower case
 * @param stem the stem of a single word; {@code word} of several
 * @param capital whether it begins with a capital letter
 * @param acronym whether it is one word with two or more capitals
 */
record Mention(int at, int length, String word, String stem, boolean capital, boolean acronym) {
  private static final int LONGEST = 3;
  private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

  /** All that a question may name documents with; nothing begins with a stop word. */
  static List<Mention> in(List<QueryWord> question, Set<String> stopWords) {
    List<Mention> mentions = new ArrayList<>();
    for (int at = 0; at < question.size(); at++) {
      String first = question.get(at).form();
      if (stopWords.contains(first.toLowerCase(Locale.ROOT))) {
        continue;
      }
      boolean capital = Character.isUpperCase(first.codePointAt(0));
      StringBuilder glued = new StringBuilder();
      for (int n = 1; n <= LONGEST && at + n <= question.size(); n++) {
        QueryWord next = question.get(at + n - 1);
        glued.append(next.form().toLowerCase(Locale.ROOT));
        String word = glued.toString();
        boolean acronym = n == 1 && first.chars().filter(Character::isUpperCase).count() > 1;
        mentions.add(new Mention(at, n, word, n == 1 ? next.stem() : word, capital, acronym));
      }
      int quarter = ORDINALS.indexOf(first.toLowerCase(Locale.ROOT)) + 1;
      if (quarter > 0 && isQuarter(question, at)) {
        String name = "q" + quarter;
        mentions.add(new Mention(at, 1, name, name, false, false));
      }
    }
    return mentions;
  }

  /** Whether it is written in digits, or begins so. */
  boolean isNumber() {
    return Character.isDigit(word.charAt(0));
  }

  private static boolean isQuarter(List<QueryWord> question, int ordinal) {
    // "the second quarter", "the second fiscal quarter"
    return question.subList(ordinal + 1, Math.min(ordinal + 3, question.size())).stream()
        .anyMatch(word -> word.form().equalsIgnoreCase("quarter"));
  }
}
