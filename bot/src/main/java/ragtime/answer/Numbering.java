package ragtime.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the numbers that a model cites into those that readers see: counted from 1 in the order of
 * their first mention. A number that no passage has is dropped. For one answer and one thread.
 */
final class Numbering {

  static final Pattern CITATION =
      Pattern.compile("[\\[【]\\^?\\s*(\\d+(?:\\s*[,;]\\s*\\d+)*)\\s*[]】]");

  private static final int DIGITS = 4;
  private static final Pattern OPEN = Pattern.compile("\\[[\\s\\d]*$");

  /** What stands close after a word. */
  private static final Pattern STOP = Pattern.compile("[.,;:!?]");

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
    StringBuilder renumbered = new StringBuilder();
    Matcher citation = CITATION.matcher(text);
    int end = 0;
    while (citation.find()) {
      renumbered.append(text, end, citation.start());
      String numbers = numbers(citation.group(1));
      if (!numbers.isEmpty()) {
        renumbered.append(numbers);
      } else if (OPEN.matcher(renumbered).find()) {
        // What is left around a dropped number must not close to make another.
        renumbered.append(' ');
      } else if (STOP.matcher(text).region(citation.end(), text.length()).lookingAt()) {
        renumbered.setLength(renumbered.toString().stripTrailing().length());
      }
      end = citation.end();
    }
    return renumbered.append(text, end, text.length()).toString();
  }

  private String numbers(String cites) {
    StringBuilder numbers = new StringBuilder();
    for (String number : cites.split("\\D+")) {
      int passage = number.length() > DIGITS ? -1 : Integer.parseInt(number) - 1;
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
