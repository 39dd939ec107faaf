package ragtime.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a question asks, without instructions on how to answer, the role that the answerer is to
 * play, the source to use and asides in brackets: the search may go by those, but no text that
 * answers the question has to say them.
 */
final class Asked {

  private static final Pattern ASIDE = Pattern.compile("\\s*\\([^()]*\\)");
  private static final Pattern BETWEEN = Pattern.compile("(?<=[.?!;:])\\s+");
  private static final Pattern COMMA = Pattern.compile("[,:]\\s+");

  private final Language language;

  private Asked(Language language) {
    this.language = language;
  }

  /** The question without all that; unchanged if nothing would be left. */
  static Standalone of(Standalone question, Language language) {
    String own = new Asked(language).trim(question.own());
    return question.context().isEmpty()
        ? Standalone.alone(own)
        : Standalone.after(question.context(), own);
  }

  private String trim(String question) {
    List<String> kept = new ArrayList<>();
    boolean dropped = false;
    for (String sentence : BETWEEN.split(ASIDE.matcher(question).replaceAll(""))) {
      boolean asks = sentence.endsWith("?");
      String rest = asks ? withoutSource(sentence) : sentence;
      if (asks || !dropped && !language.anyOf("instruct").matcher(rest).find()) {
        kept.add(language.anyOf("units.answer").matcher(rest).replaceAll(" "));
        dropped = false;
      } else {
        dropped = sentence.endsWith(":");
      }
    }
    String asked = String.join(" ", kept).replaceAll("\\s+", " ").strip();
    return asked.chars().filter(Character::isLetter).count() < 3 ? question : asked;
  }

  /** Without words before the question itself that only say where to look. */
  private String withoutSource(String sentence) {
    if (language.begins("source", sentence)) {
      Matcher comma = COMMA.matcher(sentence);
      while (comma.find()) {
        if (language.begins("question", sentence.substring(comma.end()))) {
          return sentence.substring(comma.end());
        }
      }
    }
    return sentence;
  }
}
