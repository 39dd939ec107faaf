package ragtime.local.lambda;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The test's own view of the queues: what an event source mapping does, and what is left. */
final class Sqs implements AutoCloseable {

  private final SqsClient client;

  Sqs(AwsStandIns aws) {
    client =
        SqsClient.builder()
            .endpointOverride(aws.uri("sqs"))
            .region(Region.US_EAST_1)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(30)))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "secret")))
            .build();
  }

  /** Puts a message; a FIFO queue takes it for one that it has never seen. */
  void send(String queue, String body) {
    client.sendMessage(
        m -> {
          m.queueUrl(queue).messageBody(body);
          if (queue.endsWith(".fifo")) {
            String unseen = UUID.randomUUID().toString();
            m.messageGroupId(unseen).messageDeduplicationId(unseen);
          }
        });
  }

  List<Message> receive(String queue, int most) {
    return client
        .receiveMessage(
            r ->
                r.queueUrl(queue)
                    .maxNumberOfMessages(most)
                    .waitTimeSeconds(1)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  /** The event that Lambda makes of messages. */
  static String event(List<Message> messages) {
    JsonArray records = new JsonArray();
    for (Message message : messages) {
      JsonObject attributes = new JsonObject();
      message.attributesAsStrings().forEach(attributes::addProperty);
      JsonObject record = new JsonObject();
      record.addProperty("messageId", message.messageId());
      record.addProperty("receiptHandle", message.receiptHandle());
      record.addProperty("body", message.body());
      record.add("attributes", attributes);
      record.addProperty("eventSource", "aws:sqs");
      records.add(record);
    }
    JsonObject event = new JsonObject();
    event.add("Records", records);
    return event.toString();
  }

  /** Deletes what the function's reply does not call failed. */
  void settle(String queue, List<Message> messages, String reply) {
    String failed =
        JsonParser.parseString(reply).getAsJsonObject().get("batchItemFailures").toString();
    for (Message message : messages) {
      if (!failed.contains(message.messageId())) {
        client.deleteMessage(d -> d.queueUrl(queue).receiptHandle(message.receiptHandle()));
      }
    }
  }

  /** How many messages a queue holds, hidden ones included. */
  int left(String queue) {
    Map<QueueAttributeName, String> counts =
        client
            .getQueueAttributes(
                a ->
                    a.queueUrl(queue)
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributes();
    return counts.values().stream().mapToInt(Integer::parseInt).sum();
  }

  @Override
  public void close() {
    client.close();
  }
}
