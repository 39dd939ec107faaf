package ragtime.aws;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.conversation.Claim;
import ragtime.conversation.ClaimKey;
import ragtime.conversation.ConversationKey;
import ragtime.job.Greet;
import ragtime.job.JobQueueException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * Makes each of the calls that a function will make, to nobody: signing, writing and reading them
 * loads most of what the SDK needs. For a function that is about to be kept as a snapshot.
 */
public final class SdkRehearsal {

  private static final Logger LOG = LoggerFactory.getLogger(SdkRehearsal.class);
  private static final String NOBODY = "https://nobody.invalid";
  private static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("nobody", "nobody"));
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private SdkRehearsal() {}

  /** Puts a job. */
  public static void queue() {
    try (var queue =
        new SqsJobQueue(
            () -> new JsonActions(signed("sqs"), JsonActions.Dialect.SQS, MINUTE),
            NOBODY + "/q.fifo")) {
      queue.put(new Greet("rehearsal", "T", "C", "U"));
    } catch (JobQueueException e) {
      LOG.debug("Nobody confirmed the job, as was to be expected", e);
    }
  }

  /** Asks the table and changes it. */
  public static void table() {
    try (var table =
        new DynamoTable(
            nobody(DynamoTable.configured(DynamoDbClient.builder())),
            "nowhere",
            Clock.systemUTC())) {
      var conversation = new ConversationKey("T", "C", "1.0");
      table.conversations(MINUTE).owns(conversation);
      table.conversations(MINUTE).open(conversation);
      table.conversations(MINUTE).turns(conversation, 1);
      table.claims(MINUTE).claim(ClaimKey.event("rehearsal"), "owner", MINUTE);
      table
          .claims(MINUTE)
          .hold(ClaimKey.event("rehearsal"), "owner", Claim.State.ANSWERING, "", MINUTE);
    }
  }

  private static SignedCalls signed(String service) {
    return new SignedCalls(
        CREDENTIALS, Region.US_EAST_1.id(), service, URI.create(NOBODY), new Nobody());
  }

  private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C>
      Supplier<C> nobody(B builder) {
    return builder
            .httpClientBuilder(new NobodyBuilder())
            .endpointOverride(URI.create(NOBODY))
            .region(Region.US_EAST_1)
            .credentialsProvider(CREDENTIALS)
        ::build;
  }

  private static final class NobodyBuilder implements SdkHttpClient.Builder<NobodyBuilder> {
    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return new Nobody();
    }
  }

  /** Answers everything with an empty JSON object. */
  private static final class Nobody implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          return HttpExecuteResponse.builder()
              .response(
                  SdkHttpResponse.builder()
                      .statusCode(200)
                      .putHeader("Content-Type", "application/x-amz-json-1.0")
                      .build())
              .responseBody(
                  AbortableInputStream.create(
                      new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8))))
              .build();
        }

        @Override
        public void abort() {
          // Nothing is under way.
        }
      };
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
