package ragtime.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** An SQS server within the test. */
public final class EmbeddedSqs implements AutoCloseable {

  private final SQSRestServer server;
  private final URI endpoint;

  /** Starts it on a free port. */
  public EmbeddedSqs() {
    server =
        SQSRestServerBuilder.withInterface("127.0.0.1")
            .withDynamicPort()
            .withAWSRegion("us-east-1")
            .start();
    int port = server.waitUntilStarted().localAddress().getPort();
    endpoint = URI.create("http://127.0.0.1:" + port);
  }

  /** Where it listens. */
  public URI endpoint() {
    return endpoint;
  }

  /** Makes a queue and gives its URL; one whose name ends in {@code .fifo} is FIFO. */
  public String queue(String name, Map<QueueAttributeName, String> attributes) {
    try (var client = client(Duration.ofSeconds(10))) {
      return client.createQueue(q -> q.queueName(name).attributes(attributes)).queueUrl();
    }
  }

  /** One of its queues. */
  SqsJobQueue jobs(String url) {
    var credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "secret"));
    var calls = new SignedCalls(credentials, "us-east-1", "sqs", SqsJobQueue.place(url));
    return new SqsJobQueue(
        () -> new JsonActions(calls, JsonActions.Dialect.SQS, Duration.ofSeconds(10)), url);
  }

  /** A client of it. */
  SqsClient client(Duration patience) {
    return SqsDeadLetters.configured(SqsClient.builder(), patience)
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "secret")))
        .build();
  }

  @Override
  public void close() {
    server.stopAndWait();
  }
}
