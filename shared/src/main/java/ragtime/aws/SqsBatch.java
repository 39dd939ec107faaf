package ragtime.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Lambda hands a function that a queue triggers, and what it wants to hear of it: which
 * messages failed. Those come again, the others are gone; so a message is done when its work
 * returns, not before.
 *
 * @param messages in the order they are to be worked off
 */
public record SqsBatch(List<Message> messages) {

  private static final Logger LOG = LoggerFactory.getLogger(SqsBatch.class);

  /**
   * One message.
   *
   * @param id the queue's own id of it
   * @param receipt what the queue knows this delivery by
   * @param body what was put
   * @param receives how often it has been delivered, this time included
   * @param group the FIFO queue's group, nothing from a standard queue
   */
  public record Message(
      String id, String receipt, String body, int receives, Optional<String> group) {}

  /** What is to be done with each message. */
  @FunctionalInterface
  public interface Work {

    /** Whether the message is done; if not, or if this throws, it will be delivered again. */
    boolean on(Message message);
  }

  public SqsBatch {
    messages = List.copyOf(messages);
  }

  /** The batch of an event, in JSON; throws {@link IllegalArgumentException} if it is none. */
  public static SqsBatch of(String event) {
    try {
      List<Message> messages = new ArrayList<>();
      for (JsonElement each :
          JsonParser.parseString(event).getAsJsonObject().getAsJsonArray("Records")) {
        messages.add(message(each.getAsJsonObject()));
      }
      return new SqsBatch(messages);
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | NullPointerException
        | NumberFormatException e) {
      throw new IllegalArgumentException("Not an event of a queue", e);
    }
  }

  private static Message message(JsonObject json) {
    JsonObject attributes = json.getAsJsonObject("attributes");
    JsonElement group = attributes.get("MessageGroupId");
    return new Message(
        json.get("messageId").getAsString(),
        json.get("receiptHandle").getAsString(),
        json.get("body").getAsString(),
        Integer.parseInt(attributes.get("ApproximateReceiveCount").getAsString()),
        Optional.ofNullable(group).map(JsonElement::getAsString));
  }

  /**
   * Does the work on one message after the other, and gives the reply for Lambda. When one fails,
   * the later ones of its group are left alone and reported too: they must not overtake it.
   */
  public String work(Work work) {
    Set<String> stopped = new HashSet<>();
    JsonArray failures = new JsonArray();
    for (Message message : messages) {
      boolean waits = message.group().filter(stopped::contains).isPresent();
      if (waits || !done(work, message)) {
        message.group().ifPresent(stopped::add);
        JsonObject failure = new JsonObject();
        failure.addProperty("itemIdentifier", message.id());
        failures.add(failure);
      }
    }
    JsonObject reply = new JsonObject();
    reply.add("batchItemFailures", failures);
    return reply.toString();
  }

  private static boolean done(Work work, Message message) {
    try {
      return work.on(message);
    } catch (RuntimeException e) {
      LOG.error(
          "Message {} failed, delivery {}: {}",
          message.id(),
          message.receives(),
          e.getClass().getName());
      return false;
    }
  }
}
