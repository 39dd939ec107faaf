package ragtime.slack;

import java.util.regex.Pattern;

/**
 * Text from PDFs, models and people, made so that nothing in it acts: Slack's control sequences,
 * the names of people and groups, and links are broken by an invisible character, and stay
 * readable. A link that a document or a model wants clicked may lead anywhere; the page that says
 * it is one click away, with the link in it.
 */
final class Harmless {
  private static final String WORD_JOINER = "\u2060";
  private static final Pattern CONTROL = Pattern.compile("<(?=[!@#]|[^\\s<>@\u2060]{1,64}@)");
  private static final Pattern CALL =
      Pattern.compile(
          "@(?=(?:channel|here|everyone|group)\\b)|(?<![\\p{L}\\p{N}._%+-])@(?=[\\p{L}\\p{N}])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern IMAGE = Pattern.compile("!+(?=\\[)");
  private static final Pattern MARKDOWN_LINK = Pattern.compile("](?=[(:])");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<=[a-z0-9+.-]:)(?=//)"
              + "|(?<=\\b(?:mailto|tel|sms|callto|facetime|javascript|vbscript|data):)(?=[^\\s\u2060])"
              + "|(?<=\\bwww)(?=\\.)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DIRECTION = Pattern.compile("[\u202a-\u202e\u2066-\u2069]");

  private Harmless() {}

  /**
   * For a markdown block. Of two pieces that were cut at white space, each may be treated alone.
   */
  static String markdown(String text) {
    String plain = DIRECTION.matcher(text).replaceAll("");
    String noImages = IMAGE.matcher(plain).replaceAll("");
    String noControls = CONTROL.matcher(noImages).replaceAll("<" + WORD_JOINER);
    String noLinks = MARKDOWN_LINK.matcher(noControls).replaceAll("]" + WORD_JOINER);
    String noAddresses = ADDRESS.matcher(noLinks).replaceAll(WORD_JOINER);
    return CALL.matcher(noAddresses).replaceAll("@" + WORD_JOINER);
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
