package ragtime.slack;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A message by a person, however it came.
 *
 * @param eventId the event's id
 * @param team the workspace
 * @param botUser the bot's own user, if Slack said; else blank
 * @param channel where it stands
 * @param direct whether that is a direct message
 * @param user who wrote it
 * @param ts its timestamp
 * @param threadTs the root of its thread, if it stands in one
 * @param text what it says, in Slack's own markup
 * @param files what it shares
 * @param editedTs when it was edited by hand, if it was
 */
record Heard(
    String eventId,
    String team,
    String botUser,
    String channel,
    boolean direct,
    String user,
    String ts,
    Optional<String> threadTs,
    String text,
    List<MessageNotice.Attached> files,
    Optional<String> editedTs) {

  /** The message that an event is about, if a person wrote it. */
  static Optional<Heard> of(EventsApiPayload<? extends MessageNotice> payload) {
    String botUser = botUser(payload);
    MessageNotice event = payload.getEvent();
    MessageNotice.Said said = event.said();
    if (said == null
        || said.botId() != null
        || said.user() == null
        || said.user().equals(botUser)
        || event.channel() == null
        || said.ts() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Heard(
            payload.getEventId(),
            payload.getTeamId(),
            botUser,
            event.channel(),
            "im".equals(event.channelType()) || event.channel().startsWith("D"),
            said.user(),
            said.ts(),
            Optional.ofNullable(said.threadTs()),
            Objects.requireNonNullElse(said.text(), ""),
            Objects.requireNonNullElse(said.files(), List.of()),
            Optional.ofNullable(said.edited()).map(MessageNotice.Edited::ts)));
  }

  private static String botUser(EventsApiPayload<?> payload) {
    List<Authorization> all = payload.getAuthorizations();
    String user = all == null || all.isEmpty() ? null : all.getFirst().getUserId();
    return user == null ? "" : user;
  }

  /** The timestamp that its conversation is known by. */
  String rootTs() {
    return threadTs.orElse(ts);
  }

  /** Whether it calls the bot by name. */
  boolean mentionsBot() {
    return !botUser.isEmpty() && text.contains("<@" + botUser);
  }

  /** Whether it is addressed to somebody else by name. */
  boolean isForSomebodyElse() {
    return text.stripLeading().startsWith("<@") && !mentionsBot();
  }

  /** What it says, as a person would read it, without calling the bot. */
  String question() {
    return SlackText.read(text, botUser);
  }
}
