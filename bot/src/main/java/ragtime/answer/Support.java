package ragtime.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the figures and names of a written answer against the pages it cites. */
final class Support {

  private static final Pattern FIGURE =
      Pattern.compile("\\d[\\d.,'’\\u00a0\\u202f]*\\d|\\d(?=\\s?[%€$£])|(?<=[€$£])\\d");
  private static final Pattern NAME =
      Pattern.compile("(?<=[\\p{Ll},;)] )\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)+");
  private static final int MOST = 5;

  private Support() {}

  /**
   * What an answer states that none of its sources has, in the order of the answer.
   *
   * @param answer the answer's text
   * @param sources what it may take figures and names from: the cited passages with their headings
   *     and titles, and the question
   */
  static List<String> missing(String answer, List<String> sources, Language language) {
    String plain = Numbering.CITATION.matcher(answer).replaceAll(" ");
    Set<String> figures = new LinkedHashSet<>();
    sources.forEach(
        source -> FIGURE.matcher(source).results().forEach(m -> figures.add(digits(m.group()))));
    String all = String.join("\n", sources).toLowerCase(Locale.ROOT);
    Set<String> missing = new LinkedHashSet<>();
    Matcher figure = FIGURE.matcher(plain);
    while (figure.find()) {
      if (!figures.contains(digits(figure.group())) && !all.contains(figure.group())) {
        missing.add(figure.group());
      }
    }
    // German writes every noun with a capital, so there a capital tells nothing.
    if (!language.code().equals("de")) {
      NAME.matcher(plain)
          .results()
          .map(m -> m.group())
          .filter(name -> !known(name, all))
          .forEach(missing::add);
    }
    return new ArrayList<>(missing).subList(0, Math.min(MOST, missing.size()));
  }

  private static boolean known(String name, String all) {
    return Language.tokens(name).stream().allMatch(all::contains);
  }

  private static String digits(String figure) {
    return figure.replaceAll("\\D", "");
  }
}
