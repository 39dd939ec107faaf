package ragtime.slack;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.model.File;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    List<File> files) {

  /** The fields that Slack's kinds of message have in common, as Slack has them. */
  private record Raw(
      @Nullable String channel,
      @Nullable String channelType,
      @Nullable String user,
      @Nullable String botId,
      @Nullable String ts,
      @Nullable String threadTs,
      @Nullable String text,
      @Nullable List<File> files) {}

  static Optional<Heard> mention(EventsApiPayload<AppMentionEvent> payload) {
    AppMentionEvent event = payload.getEvent();
    return of(
        payload,
        new Raw(
            event.getChannel(),
            "channel",
            event.getUser(),
            event.getBotId(),
            event.getTs(),
            event.getThreadTs(),
            event.getText(),
            event.getFiles()));
  }

  static Optional<Heard> message(EventsApiPayload<MessageEvent> payload) {
    MessageEvent event = payload.getEvent();
    return of(
        payload,
        new Raw(
            event.getChannel(),
            event.getChannelType(),
            event.getUser(),
            event.getBotId(),
            event.getTs(),
            event.getThreadTs(),
            event.getText(),
            event.getFiles()));
  }

  /** A message that was edited by hand; nothing for any other change, such as a preview added. */
  static Optional<Heard> changed(EventsApiPayload<MessageChangedEvent> payload) {
    MessageChangedEvent event = payload.getEvent();
    MessageChangedEvent.Message now = event.getMessage();
    if (now == null || now.getEdited() == null) {
      return Optional.empty();
    }
    return of(
        payload,
        new Raw(
            event.getChannel(),
            event.getChannelType(),
            now.getUser(),
            now.getBotId(),
            now.getTs(),
            now.getThreadTs(),
            now.getText(),
            null));
  }

  static Optional<Heard> broadcast(EventsApiPayload<MessageThreadBroadcastEvent> payload) {
    MessageThreadBroadcastEvent event = payload.getEvent();
    return of(
        payload,
        new Raw(
            event.getChannel(),
            event.getChannelType(),
            event.getUser(),
            null,
            event.getTs(),
            event.getThreadTs(),
            event.getText(),
            null));
  }

  static Optional<Heard> files(EventsApiPayload<MessageFileShareEvent> payload) {
    MessageFileShareEvent event = payload.getEvent();
    return of(
        payload,
        new Raw(
            event.getChannel(),
            event.getChannelType(),
            event.getUser(),
            null,
            event.getTs(),
            event.getThreadTs(),
            event.getText(),
            event.getFiles()));
  }

  private static Optional<Heard> of(EventsApiPayload<?> payload, Raw raw) {
    String botUser = botUser(payload);
    if (raw.botId() != null
        || raw.user() == null
        || raw.user().equals(botUser)
        || raw.channel() == null
        || raw.ts() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Heard(
            payload.getEventId(),
            payload.getTeamId(),
            botUser,
            raw.channel(),
            "im".equals(raw.channelType()) || raw.channel().startsWith("D"),
            raw.user(),
            raw.ts(),
            Optional.ofNullable(raw.threadTs()),
            Objects.requireNonNullElse(raw.text(), ""),
            raw.files() == null ? List.of() : List.copyOf(raw.files())));
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
