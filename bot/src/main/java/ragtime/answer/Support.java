package ragtime.answer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks the figures, names and quotations of a written answer against what it cites. */
final class Support {

  private static final Pattern FIGURE =
      Pattern.compile("\\d[\\d.,'’\\u00a0\\u202f]*\\d|\\d(?=\\s?[%€$£])|(?<=[€$£])\\d");
  private static final Pattern NAME =
      Pattern.compile("(?<=[\\p{Ll},;)] )\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)+");

  /** Three words or more between quotation marks; fewer are as often a way of speaking. */
  private static final Pattern QUOTED =
      Pattern.compile("[\"“„«]\\s?((?:[^\"“”„«»\\s]+\\s+){2,80}[^\"“”„«»\\s]+)\\s?[\"”“»]");

  private static final Pattern LEFT_OUT = Pattern.compile("\\[?(?:…|\\.{3,})]?");

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
    String words = words(all);
    QUOTED
        .matcher(plain)
        .results()
        .map(m -> m.group(1))
        .filter(quoted -> !LEFT_OUT.splitAsStream(quoted).allMatch(p -> words.contains(words(p))))
        .forEach(quoted -> missing.add("“" + quoted.replaceAll("[\\[\\]【】]", "") + "”"));
    return List.copyOf(missing);
  }

  private static boolean known(String name, String all) {
    return Language.tokens(name).stream().allMatch(all::contains);
  }

  /** Letters and figures alone, so that neither line ends nor the kind of apostrophe matter. */
  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  private static String digits(String figure) {
    return figure.replaceAll("\\D", "");
  }
}
