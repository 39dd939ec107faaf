package ragtime.slack;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a button carries that does something about one turn of a conversation.
 *
 * @param rootTs the conversation's root
 * @param turnTs the turn
 */
record TurnButton(String rootTs, String turnTs) {
  /** What Slack calls a click that shows everyone an answer. */
  static final String SHARE = "share_answer";

  /** What Slack calls a click that hands a question on. */
  static final String EXPERTS = "ask_experts";

  private static final Pattern VALUE = Pattern.compile("([^ ]+) ([^ ]+)");

  String value() {
    return rootTs + " " + turnTs;
  }

  static Optional<TurnButton> read(String value) {
    Matcher matcher = VALUE.matcher(value);
    return matcher.matches()
        ? Optional.of(new TurnButton(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }
}
