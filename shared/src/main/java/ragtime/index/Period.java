package ragtime.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Years and quarters as people abbreviate them: FY22, CY2022, Q2'23, 2Q23, 2022Q4, Q22023. */
public final class Period {
  private static final Pattern FISCAL_YEAR =
      Pattern.compile("(?i)[fc]y['\u2019]?(?<year>\\d{4}|\\d{2})");
  private static final Pattern QUARTER =
      Pattern.compile(
          "(?i)(?<before>(19|20)\\d{2})?(q(?<n>[1-4])|(?<m>[1-4])q)['\u2019]?(?<after>\\d{4}|\\d{2})?");
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");

  private Period() {}

  /**
   * The year in four digits and the quarter as {@code q1} to {@code q4}, or empty for no period.
   */
  public static Optional<List<String>> parts(String word) {
    Matcher year = FISCAL_YEAR.matcher(word);
    if (year.matches()) {
      return Optional.of(List.of(inFull(year.group("year"))));
    }
    Matcher quarter = QUARTER.matcher(word);
    if (!quarter.matches()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    Stream.of("before", "after")
        .map(quarter::group)
        .filter(digits -> digits != null)
        .forEach(digits -> parts.add(inFull(digits)));
    String number = quarter.group("n") != null ? quarter.group("n") : quarter.group("m");
    parts.add(("q" + number).toLowerCase(Locale.ROOT));
    return Optional.of(parts);
  }

  /** Whether a word is a year in four digits. */
  public static boolean isYear(String word) {
    return YEAR.matcher(word).matches();
  }

  private static String inFull(String digits) {
    return digits.length() == 2 ? "20" + digits : digits;
  }
}
