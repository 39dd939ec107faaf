package ragtime.slack;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a feedback button carries: the turn that it is about.
 *
 * @param rootTs the conversation's root
 * @param turnTs the turn
 */
record FeedbackButton(String rootTs, String turnTs) {
  /** What Slack calls the click. */
  static final String ACTION = "answer_feedback";

  private static final Pattern VALUE = Pattern.compile("(up|down) ([^ ]+) ([^ ]+)");

  /** A click as read back. */
  record Click(FeedbackButton button, boolean helpful) {
    String value() {
      return button.value(helpful);
    }
  }

  String value(boolean helpful) {
    return (helpful ? "up " : "down ") + rootTs + " " + turnTs;
  }

  static Optional<Click> read(String value) {
    Matcher matcher = VALUE.matcher(value);
    return matcher.matches()
        ? Optional.of(
            new Click(
                new FeedbackButton(matcher.group(2), matcher.group(3)),
                matcher.group(1).equals("up")))
        : Optional.empty();
  }
}
