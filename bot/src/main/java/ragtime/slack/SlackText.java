package ragtime.slack;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what people write in Slack: its control sequences and escapes become plain words. */
final class SlackText {
  private static final Pattern CONTROL = Pattern.compile("<([^<>|]*)(?:\\|([^<>]*))?>");

  private SlackText() {}

  /** The words of a message, without the bot's name. */
  static String read(String text, String botUser) {
    String withoutBot =
        botUser.isEmpty()
            ? text
            : text.replaceAll("<@" + Pattern.quote(botUser) + "(\\|[^>]*)?>", " ");
    String plain = CONTROL.matcher(withoutBot).replaceAll(SlackText::words);
    return plain
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replaceAll("[ \\t]{2,}", " ")
        .strip();
  }

  private static String words(MatchResult match) {
    String target = match.group(1);
    String label = match.group(2);
    String words;
    if (label != null && !label.isBlank()) {
      words = target.startsWith("#") ? "#" + label : label;
    } else {
      words =
          target.startsWith("@") || target.startsWith("!") || target.startsWith("#") ? "" : target;
    }
    return Matcher.quoteReplacement(words);
  }
}
