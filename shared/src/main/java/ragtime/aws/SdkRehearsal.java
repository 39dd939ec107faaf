package ragtime.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.conversation.Claim;
import ragtime.conversation.ClaimKey;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.Spending;
import ragtime.job.Greet;
import ragtime.job.JobQueueException;
import ragtime.model.Attempts;
import ragtime.model.ChatModel;
import ragtime.model.Embedder;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectContent;
import ragtime.store.ObjectVersion;
import ragtime.store.Wanted;
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
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClientBuilder;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeBaseClientBuilder;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClientBuilder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
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
            nobody(DynamoTable.configured(DynamoDbClient.builder()), CannedReplies.nothing()),
            "nowhere",
            Clock.systemUTC())) {
      var conversation = new ConversationKey("T", "C", "1.0");
      table.conversations(MINUTE).owns(conversation);
      table.conversations(MINUTE).open(conversation);
      table.conversations(MINUTE).turns(conversation, 1);
      var keys = List.of(ClaimKey.event("rehearsal"), ClaimKey.message("C", "1.0"));
      table.claims(MINUTE).claimAll(keys, "owner", MINUTE);
      table.claims(MINUTE).hold(keys.getLast(), "owner", Claim.State.ANSWERING, "", MINUTE);
      table.claims(MINUTE).finishAll(keys, "owner");
      table.budgets(MINUTE).add("T", "U", LocalDate.EPOCH, new Spending(1, 1));
    }
  }

  /** Reads from a bucket and writes to it. */
  public static void store() {
    var place = S3Location.of("s3://nowhere/rehearsal");
    var retries = DefaultRetryStrategy.doNotRetry();
    var builder = S3Store.configured(S3Client.builder(), MINUTE, retries);
    try (var store =
        new S3Store(nobody(builder, CannedReplies.object()).get(), place, Thread::sleep)) {
      if (store.get("a", new Wanted.Newer(new ObjectVersion("1"))) instanceof ObjectContent found) {
        found.stream().close();
      }
      store.put("a", ObjectBody.of(new byte[] {1}));
    } catch (IOException e) {
      LOG.debug("Nobody sent what was asked for", e);
    }
  }

  /** Asks for a vector, and has this done with a chat model that always says the same. */
  public static void models(Consumer<ChatModel> use) {
    var clock = Clock.systemUTC();
    try (var bedrock =
        new Bedrock(MINUTE, clock, Attempts.standard(clock), SdkRehearsal::putBeforeNobody)) {
      bedrock
          .embedder("amazon.titan-embed-text-v2:0", OptionalInt.of(256))
          .ifPresent(model -> model.embed(List.of("rehearsal"), Embedder.Purpose.QUESTION));
      use.accept(bedrock.chat("rehearsal", ChatOptions.plain()));
    }
  }

  private static void putBeforeNobody(BedrockRuntimeBaseClientBuilder<?, ?> builder) {
    builder
        .endpointOverride(URI.create(NOBODY))
        .region(Region.US_EAST_1)
        .credentialsProvider(CREDENTIALS);
    if (builder instanceof BedrockRuntimeAsyncClientBuilder streaming) {
      streaming.httpClient(new BlockingStreams(new Nobody(CannedReplies::model)));
    } else if (builder instanceof BedrockRuntimeClientBuilder blocking) {
      blocking.httpClient(new Nobody(CannedReplies::model));
    }
  }

  private static SignedCalls signed(String service) {
    return new SignedCalls(
        CREDENTIALS,
        Region.US_EAST_1.id(),
        service,
        URI.create(NOBODY),
        new Nobody(path -> CannedReplies.nothing()));
  }

  private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C>
      Supplier<C> nobody(B builder, CannedReplies.Reply reply) {
    return builder
            .httpClientBuilder(new NobodyBuilder(reply))
            .endpointOverride(URI.create(NOBODY))
            .region(Region.US_EAST_1)
            .credentialsProvider(CREDENTIALS)
        ::build;
  }

  private record NobodyBuilder(CannedReplies.Reply reply)
      implements SdkHttpClient.Builder<NobodyBuilder> {
    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return new Nobody(path -> reply);
    }
  }

  /** Answers everything as its path asks for. */
  private record Nobody(Function<String, CannedReplies.Reply> replies) implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      var reply = replies.apply(request.httpRequest().encodedPath());
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          if (request.contentStreamProvider().isPresent()) {
            try (var body = request.contentStreamProvider().get().newStream()) {
              body.transferTo(OutputStream.nullOutputStream());
            }
          }
          return HttpExecuteResponse.builder()
              .response(
                  SdkHttpResponse.builder()
                      .statusCode(200)
                      .putHeader("Content-Type", reply.type())
                      .putHeader("Content-Length", Integer.toString(reply.body().length))
                      .putHeader("ETag", "\"1\"")
                      .build())
              .responseBody(AbortableInputStream.create(new ByteArrayInputStream(reply.body())))
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
