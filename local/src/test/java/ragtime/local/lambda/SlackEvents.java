package ragtime.local.lambda;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ragtime.job.AnswerQuestion;
import ragtime.job.JobCodec;
import ragtime.local.workspace.Message;
import ragtime.local.workspace.Team;

/** Events for one function, as Lambda hands them over, for tests without gateway and queue. */
final class SlackEvents {

  private SlackEvents() {}

  /** Somebody mentions the bot; signed now with this secret. */
  static String mention(String secret, String tag) {
    String body =
        ("{\"type\":\"event_callback\",\"event_id\":\"Ev%s\",\"team_id\":\"T1\","
                + "\"authorizations\":[{\"user_id\":\"U0\"}],\"event\":{\"type\":\"app_mention\","
                + "\"channel\":\"C1\",\"user\":\"U1\",\"ts\":\"%s\",\"text\":\"<@U0> how much?\"}}")
            .formatted(tag, tag);
    String now = Long.toString(System.currentTimeMillis() / 1000);
    JsonObject headers = new JsonObject();
    headers.addProperty("content-type", "application/json");
    headers.addProperty("x-slack-request-timestamp", now);
    headers.addProperty("x-slack-signature", sign(secret, "v0:" + now + ":" + body));
    return HttpGateway.event(
        "POST", "/slack/events", headers, body.getBytes(StandardCharsets.UTF_8));
  }

  private static String sign(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The job that a question makes, delivered for the first time. */
  static String delivery(Message question, String tag) {
    JsonObject attributes = new JsonObject();
    attributes.addProperty("ApproximateReceiveCount", "1");
    attributes.addProperty("MessageGroupId", "g");
    JsonObject record = new JsonObject();
    record.addProperty("messageId", tag);
    record.addProperty("receiptHandle", tag);
    record.addProperty("body", job(question, "Ev" + tag));
    record.add("attributes", attributes);
    return "{\"Records\":[" + record + "]}";
  }

  /** The job that a question makes, of an event with this id. */
  static String job(Message question, String event) {
    return JobCodec.encode(
        new AnswerQuestion(
            event,
            Team.ID,
            question.channel(),
            false,
            Team.YOU,
            Optional.of(question.ts()),
            Optional.empty(),
            question.text(),
            Optional.empty()));
  }
}
