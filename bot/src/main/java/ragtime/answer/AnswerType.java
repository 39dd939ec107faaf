package ragtime.answer;

import java.util.List;
import java.util.regex.Pattern;

/** The kind of thing that a question asks for, and what such a thing looks like in a text. */
enum AnswerType {
  PHONE("ask.phone"),
  EMAIL("ask.email"),
  WEB("ask.web"),
  PERCENT("ask.percent"),
  DURATION("ask.duration"),
  TIME("ask.time"),
  MONEY("ask.money"),
  AMOUNT("ask.amount"),
  PERSON("ask.person"),
  PLACE("ask.place"),
  /** Anything: reasons, things, descriptions, yes or no. */
  ANYTHING("");

  private static final Pattern PHONE_NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\d.,])(?:\\+|\\(0|0|\\(\\d|\\d{3})[\\d()/ .-]{5,}\\d(?![\\d%])|\\b1[38]00[ \\d]+");
  private static final Pattern EMAIL_ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.]+");
  private static final Pattern WEB_ADDRESS =
      Pattern.compile(
          "https?://\\S+|www\\.\\S+|\\b[\\w-]+\\.(?:com|org|net|io|eu|de|fr|es|uk|au|app|dev)\\b\\S*");
  private static final Pattern CURRENCY =
      Pattern.compile(
          "[$€£¥₹]\\s?\\d|\\d\\s?(?:[$€£¥₹]|k\\b)|\\d\\s?(?:USD|EUR|GBP|CHF|AUD|CAD|JPY|dollars?|euros?|pounds?|cents?|Fr\\.)|(?:USD|EUR|GBP|CHF|AUD|CAD|JPY|A\\$|US\\$)\\s?\\d",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CURRENCY_NAME =
      Pattern.compile("[$€£¥₹]|\\b(?:USD|EUR|GBP|CHF|AUD|CAD|JPY)\\b");
  private static final Pattern PERCENTAGE =
      Pattern.compile(
          "\\d\\s?%|\\bper ?cent\\b|\\bprozent\\b|por ciento|pour cent", Pattern.CASE_INSENSITIVE);
  private static final Pattern DIGITS = Pattern.compile("\\d");
  private static final Pattern SUM = Pattern.compile("\\d(?![\\d.,]*\\s?%)(?!\\d)");
  private static final Pattern CLOCK =
      Pattern.compile(
          "\\d\\s?(?:am|pm|a\\.m\\.|p\\.m\\.|uhr|h)\\b|\\d:\\d\\d|\\b(?:19|20)\\d\\d\\b",
          Pattern.CASE_INSENSITIVE);
  private static final List<AnswerType> IN_ORDER =
      List.of(PHONE, EMAIL, WEB, PERCENT, DURATION, TIME, MONEY, AMOUNT, PERSON, PLACE);

  private final String asked;

  AnswerType(String asked) {
    this.asked = asked;
  }

  /** What a question asks for. */
  static AnswerType of(String question, Language language) {
    if (language.begins("closed", question)) {
      return ANYTHING;
    }
    for (AnswerType type : IN_ORDER) {
      if (language.anyOf(type.asked).matcher(question).find()) {
        return type;
      }
    }
    return ANYTHING;
  }

  /** The words that ask for it. */
  Pattern askedBy(Language language) {
    return this == ANYTHING ? Pattern.compile("(?!)") : language.anyOf(asked);
  }

  /**
   * How surely does a text hold such a thing, from 0 to 1?
   *
   * @param context the heading and the lead-in that the text stands under
   */
  double in(String text, String context, Language language) {
    return switch (this) {
      case PHONE -> found(PHONE_NUMBER, text);
      case EMAIL -> found(EMAIL_ADDRESS, text);
      case WEB -> found(WEB_ADDRESS, text);
      case PERCENT -> Math.max(found(PERCENTAGE, text), 0.3 * found(DIGITS, text));
      case MONEY ->
          Math.max(
              found(CURRENCY, text), found(SUM, text) * priced(text + "\n" + context, language));
      case DURATION ->
          numbered(text, language)
              * Math.max(
                  0.3, found(language.anyOfWithEnglish("units.time"), text + "\n" + context));
      case TIME ->
          Math.max(
              Math.max(found(CLOCK, text), found(language.anyOfWithEnglish("units.date"), text)),
              Math.max(
                  0.6 * found(language.anyOfWithEnglish("relative"), text),
                  0.5 * numbered(text, language)));
      case AMOUNT -> numbered(text, language);
      case PERSON, PLACE, ANYTHING -> 1;
    };
  }

  /** Would a text without such a thing be no answer at all? */
  boolean demanded() {
    return switch (this) {
      case PHONE, EMAIL, WEB, MONEY, PERCENT, DURATION, TIME, AMOUNT -> true;
      case PERSON, PLACE, ANYTHING -> false;
    };
  }

  /** Is this a thing of one form alone, so that a text of another form cannot hold it? */
  boolean exact() {
    return this == PHONE || this == EMAIL || this == WEB;
  }

  private static double priced(String text, Language language) {
    return Math.max(
        0.3,
        0.9
            * Math.max(
                found(language.anyOfWithEnglish("ask.money"), text), found(CURRENCY_NAME, text)));
  }

  private static double numbered(String text, Language language) {
    return Math.max(found(DIGITS, text), found(language.anyOfWithEnglish("numbers"), text) * 0.9);
  }

  private static double found(Pattern pattern, String text) {
    return pattern.matcher(text).find() ? 1 : 0;
  }
}
