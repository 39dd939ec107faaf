package ragtime.slack;

import com.slack.api.model.Message;
import java.util.Map;
import java.util.Optional;

/**
 * What the bot writes into a message's metadata so that it knows its own again after a crash.
 *
 * @param job the work that the message belongs to
 * @param part which of its messages this is, counted from 0
 */
record MessageMark(String job, int part) {
  private static final String TYPE = "ragtime_message";

  Message.Metadata metadata() {
    return Message.Metadata.builder()
        .eventType(TYPE)
        .eventPayload(Map.of("job", job, "part", Integer.toString(part)))
        .build();
  }

  static Optional<MessageMark> of(Message message) {
    Message.Metadata metadata = message.getMetadata();
    if (metadata == null
        || !TYPE.equals(metadata.getEventType())
        || metadata.getEventPayload() == null
        || !(metadata.getEventPayload().get("job") instanceof String job)
        || !(metadata.getEventPayload().get("part") instanceof String part)
        || !part.matches("\\d{1,3}")) {
      return Optional.empty();
    }
    return Optional.of(new MessageMark(job, Integer.parseInt(part)));
  }
}
