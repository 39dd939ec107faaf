package ragtime.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the numbers that a model cites into those that readers see: counted from 1 in the order of
 * their first mention. A number that no passage has is dropped. For one answer and one thread.
 */
final class Numbering {

  static final Pattern CITATION =
      Pattern.compile("[\\[【]\\^?\\s*(\\d{1,4}(?:\\s*[,;]\\s*\\d{1,4})*)\\s*[]】]");

  private final int passages;
  private final List<Integer> cited = new ArrayList<>();

  Numbering(int passages) {
    this.passages = passages;
  }

  /** The passages cited so far, counted from 0, in the order of their numbers. */
  List<Integer> cited() {
    return List.copyOf(cited);
  }

  /** A text with the readers' numbers. */
  String renumber(String text) {
    return CITATION
        .matcher(text)
        .replaceAll(citation -> Matcher.quoteReplacement(renumber(citation)));
  }

  private String renumber(MatchResult citation) {
    StringBuilder numbers = new StringBuilder();
    for (String number : citation.group(1).split("\\D+")) {
      int passage = Integer.parseInt(number) - 1;
      if (passage >= 0 && passage < passages) {
        if (!cited.contains(passage)) {
          cited.add(passage);
        }
        numbers.append('[').append(cited.indexOf(passage) + 1).append(']');
      }
    }
    return numbers.toString();
  }
}
