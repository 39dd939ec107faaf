package ragtime.answer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of a question, to be looked up in the bands of a table. */
record Figure(double value) {

  private static final String NUMBER = "[€$£]?\\s?(\\d+(?:[.,]\\d+)*)\\s?(k\\b)?";
  private static final Pattern GROUPING = Pattern.compile("[.,](?=\\d{3}(?:\\D|$))");
  private static final Pattern WRITTEN = Pattern.compile("(\\d+(?:[.,]\\d+)*)(k)?");
  private static final Pattern BETWEEN =
      Pattern.compile(
          NUMBER + "[^\\d|]{0,12}?\\s*(?:-|–|—|to|and|bis|a|à|y|et)\\s+?[^\\d|]{0,4}?" + NUMBER);
  private static final Pattern AT_MOST =
      Pattern.compile(
          "(?:up to|under|below|less than|at most|bis zu|bis|unter|hasta|jusqu'à|moins de|menos de|<|≤)\\s*"
              + NUMBER,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AT_LEAST =
      Pattern.compile(
          "(?:over|above|more than|from|at least|after|ab|über|mehr als|desde|más de|à partir de|plus de|>|≥)\\s*"
              + NUMBER,
          Pattern.CASE_INSENSITIVE);

  /** The amount that a word writes, if it is one. */
  static Optional<Figure> of(String word) {
    Matcher written = WRITTEN.matcher(word);
    return written.matches()
        ? Optional.of(new Figure(value(written.group(1), written.group(2) != null)))
        : Optional.empty();
  }

  /** Does a text name a band that the amount lies in? */
  boolean inBandOf(String text) {
    Matcher between = BETWEEN.matcher(text);
    if (between.find()) {
      return value(between, 1) <= value && value <= value(between, 3);
    }
    Matcher most = AT_MOST.matcher(text);
    if (most.find()) {
      return value <= value(most, 1);
    }
    Matcher least = AT_LEAST.matcher(text);
    return least.find() && value >= value(least, 1);
  }

  private static double value(Matcher matcher, int group) {
    return value(matcher.group(group), matcher.group(group + 1) != null);
  }

  private static double value(String digits, boolean thousands) {
    String plain = GROUPING.matcher(digits).replaceAll("").replace(',', '.');
    int point = plain.lastIndexOf('.');
    String number =
        point < 0 ? plain : plain.substring(0, point).replace(".", "") + plain.substring(point);
    return Double.parseDouble(number) * (thousands ? 1000 : 1);
  }
}
