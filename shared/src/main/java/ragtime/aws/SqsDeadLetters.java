package ragtime.aws;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import ragtime.job.DeadLetters;
import ragtime.job.JobQueueException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * The dead letters of a queue of SQS. One is put back first and then taken away, so that none is
 * lost if that is cut short; a FIFO queue knows one put back twice within five minutes.
 */
public final class SqsDeadLetters implements DeadLetters, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MOST_AT_ONCE = 10;
  private static final String FIFO = ".fifo";

  private final SqsClient client;
  private final String dead;
  private final String live;

  SqsDeadLetters(SqsClient client, String dead, String live) {
    this.client = client;
    this.dead = dead;
    this.live = live;
  }

  /** Those of the queue of one name that are put back into the queue of another. */
  public static SqsDeadLetters open(String dead, String live) {
    try {
      var client = configured(SqsClient.builder(), PATIENCE).build();
      return new SqsDeadLetters(client, dead, live);
    } catch (SdkException e) {
      throw fault(dead, e);
    }
  }

  static SqsClientBuilder configured(SqsClientBuilder builder, Duration patience) {
    return builder
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(patience.dividedBy(2))
                .socketTimeout(patience))
        .overrideConfiguration(c -> c.apiCallTimeout(patience));
  }

  @Override
  public int count() {
    return call(dead, () -> count(url(dead)));
  }

  private int count(String url) {
    var counted = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
    var attributes =
        client.getQueueAttributes(r -> r.queueUrl(url).attributeNames(counted)).attributes();
    return Integer.parseInt(attributes.getOrDefault(counted, "0"));
  }

  @Override
  public int putBack() {
    String from = call(dead, () -> url(dead));
    String to = call(live, () -> url(live));
    int most = call(dead, () -> count(from));
    int moved = 0;
    while (moved < most) {
      var messages = call(dead, () -> receive(from));
      for (Message message : messages) {
        call(live, () -> client.sendMessage(copy(message, to)));
        call(
            dead,
            () ->
                client.deleteMessage(r -> r.queueUrl(from).receiptHandle(message.receiptHandle())));
        moved++;
      }
      if (messages.isEmpty()) {
        break;
      }
    }
    return moved;
  }

  private List<Message> receive(String from) {
    return client
        .receiveMessage(
            r ->
                r.queueUrl(from)
                    .maxNumberOfMessages(MOST_AT_ONCE)
                    .waitTimeSeconds(1)
                    .visibilityTimeout((int) PATIENCE.multipliedBy(3).toSeconds())
                    .messageSystemAttributeNames(MessageSystemAttributeName.MESSAGE_GROUP_ID))
        .messages();
  }

  private static SendMessageRequest copy(Message message, String to) {
    var copy = SendMessageRequest.builder().queueUrl(to).messageBody(message.body());
    if (to.endsWith(FIFO)) {
      copy.messageGroupId(message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
          .messageDeduplicationId("replay-" + message.messageId());
    }
    return copy.build();
  }

  private String url(String name) {
    return client.getQueueUrl(r -> r.queueName(name)).queueUrl();
  }

  private static <T> T call(String queue, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw fault(queue, e);
    }
  }

  private static JobQueueException fault(String queue, SdkException e) {
    var reason =
        e instanceof QueueDoesNotExistException
            ? "there is no queue " + queue + " in this account and region"
            : MissingSettings.in(e).orElse(e.getClass().getSimpleName());
    return new JobQueueException("Dead letters are out of reach: " + reason, e);
  }

  @Override
  public void close() {
    client.close();
  }
}
