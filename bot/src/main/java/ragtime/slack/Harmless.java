package ragtime.slack;

import java.util.regex.Pattern;

/**
 * Text from PDFs, models and people, made so that it cannot ping anybody: Slack's control sequences
 * and the names of whole groups are broken by an invisible character, and stay readable.
 */
final class Harmless {
  private static final String WORD_JOINER = "\u2060";
  private static final Pattern CONTROL = Pattern.compile("<(?=[!@#])");
  private static final Pattern EVERYBODY =
      Pattern.compile("@(?=(?:channel|here|everyone|group)\\b)", Pattern.CASE_INSENSITIVE);
  private static final Pattern IMAGE = Pattern.compile("!+(?=\\[)");
  private static final Pattern DIRECTION = Pattern.compile("[\u202a-\u202e\u2066-\u2069]");

  private Harmless() {}

  /**
   * For a markdown block. Of two pieces that were cut at white space, each may be treated alone.
   */
  static String markdown(String text) {
    String plain = DIRECTION.matcher(text).replaceAll("");
    String noImages = IMAGE.matcher(plain).replaceAll("");
    String noControls = CONTROL.matcher(noImages).replaceAll("<" + WORD_JOINER);
    return EVERYBODY.matcher(noControls).replaceAll("@" + WORD_JOINER);
  }

  /** For text in Slack's own markup, where nothing of it may act as markup but emphasis. */
  static String mrkdwn(String text) {
    return markdown(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** For a name on one line of text without markup, as on a button. */
  static String plain(String text) {
    return markdown(text.strip().replaceAll("\\s+", " "));
  }

  /** For a name on one line of Slack's own markup, in bold or as the label of a link. */
  static String name(String text) {
    return mrkdwn(text.strip().replaceAll("\\s+", " ").replaceAll("[*_~`|]", " "))
        .replaceAll(" {2,}", " ")
        .strip();
  }
}
