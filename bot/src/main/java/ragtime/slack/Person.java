package ragtime.slack;

import java.util.Locale;

/**
 * What matters of somebody in Slack.
 *
 * @param admin whether they look after the workspace: an admin, or an owner
 * @param outsider whether they are a guest, or of another organisation, or not known to Slack
 * @param bot whether it is a program
 * @param locale the language of their Slack
 */
record Person(boolean admin, boolean outsider, boolean bot, Locale locale) {
  /** Somebody of whom Slack says nothing. */
  static final Person UNKNOWN = new Person(false, true, false, Locale.ENGLISH);
}
