package ragtime.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ragtime.aws.Deployment.BucketState;
import ragtime.aws.Deployment.QueueState;
import ragtime.aws.DeploymentException.Kind;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Each service is a page of canned answers: what is asked, and how its answer is understood. */
class AwsDeploymentTest {

  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", "secret"));

  private record Canned(int status, String body) {}

  private final Map<String, Canned> answers = new ConcurrentHashMap<>();
  private final Map<String, String> authorisations = new ConcurrentHashMap<>();
  private HttpServer server;
  private AwsDeployment deployment;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    deployment =
        new AwsDeployment(
            new AwsDeployment.Clients(
                new SignedCalls(CREDENTIALS, "us-east-1", "lambda", endpoint),
                new SignedCalls(CREDENTIALS, "us-east-1", "events", endpoint),
                S3Client.builder()
                    .endpointOverride(endpoint)
                    .region(Region.US_EAST_1)
                    .credentialsProvider(CREDENTIALS)
                    .forcePathStyle(true)
                    .build(),
                SqsClient.builder()
                    .endpointOverride(endpoint)
                    .region(Region.US_EAST_1)
                    .credentialsProvider(CREDENTIALS)
                    .build(),
                DynamoDbClient.builder()
                    .endpointOverride(endpoint)
                    .region(Region.US_EAST_1)
                    .credentialsProvider(CREDENTIALS)
                    .build(),
                SsmClient.builder()
                    .endpointOverride(endpoint)
                    .region(Region.US_EAST_1)
                    .credentialsProvider(CREDENTIALS)
                    .build()));
  }

  @AfterEach
  void stop() {
    deployment.close();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    var asked = target == null ? exchange.getRequestURI().toString() : target;
    authorisations.put(
        asked, String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    exchange.getRequestBody().readAllBytes();
    var canned =
        answers.getOrDefault(
            asked, new Canned(500, "{\"message\":\"no answer to " + asked + "\"}"));
    var body = canned.body().getBytes(StandardCharsets.UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(canned.status(), head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Test
  void seesAFunctionByItsAlias() {
    answers.put(
        "/2015-03-31/functions/ragtime-prod-worker/configuration?Qualifier=live",
        new Canned(
            200,
            """
            {"Version":"7","LastModified":"2026-11-22T10:00:00Z","State":"Active",
             "Runtime":"java25","Environment":{"Variables":{"RAGTIME_BUCKET":"b"}}}"""));

    var function = deployment.function("ragtime-prod-worker");

    assertThat(function.version()).isEqualTo("7");
    assertThat(function.state()).isEqualTo("Active");
    assertThat(function.environment()).containsExactly(Map.entry("RAGTIME_BUCKET", "b"));
    assertThat(authorisations.values())
        .allMatch(sent -> sent.startsWith("AWS4-HMAC-SHA256 Credential=AKID/"));
  }

  @Test
  void tellsAFunctionThatIsMissingFromOneThatMayNotBeSeen() {
    answers.put(
        "/2015-03-31/functions/gone/configuration?Qualifier=live",
        new Canned(404, "{\"Message\":\"Function not found\"}"));
    answers.put(
        "/2015-03-31/functions/hidden/configuration?Qualifier=live",
        new Canned(403, "{\"Message\":\"not authorized\"}"));

    fails(Kind.MISSING, () -> deployment.function("gone"));
    fails(Kind.DENIED, () -> deployment.function("hidden"));
    fails(Kind.UNAVAILABLE, () -> deployment.function("unknown"));
  }

  @Test
  void seesWhetherAScheduleRuns() {
    answers.put("AWSEvents.DescribeRule", new Canned(200, "{\"State\":\"ENABLED\"}"));
    assertThat(deployment.isScheduled("rule")).isTrue();

    answers.put("AWSEvents.DescribeRule", new Canned(200, "{\"State\":\"DISABLED\"}"));
    assertThat(deployment.isScheduled("rule")).isFalse();

    answers.put(
        "AWSEvents.DescribeRule",
        new Canned(400, "{\"__type\":\"ResourceNotFoundException\",\"Message\":\"-\"}"));
    fails(Kind.MISSING, () -> deployment.isScheduled("rule"));
  }

  @Test
  void countsAQueue() {
    answers.put(
        "AmazonSQS.GetQueueUrl", new Canned(200, "{\"QueueUrl\":\"http://127.0.0.1/1/q\"}"));
    answers.put(
        "AmazonSQS.GetQueueAttributes",
        new Canned(
            200,
            """
            {"Attributes":{"ApproximateNumberOfMessages":"3",
             "ApproximateNumberOfMessagesNotVisible":"1"}}"""));

    assertThat(deployment.queue("q")).isEqualTo(new QueueState(3, 1));

    answers.put(
        "AmazonSQS.GetQueueUrl",
        new Canned(400, "{\"__type\":\"com.amazonaws.sqs#QueueDoesNotExist\",\"message\":\"-\"}"));
    fails(Kind.MISSING, () -> deployment.queue("q"));
  }

  @Test
  void seesByWhatATableForgets() {
    answers.put(
        "DynamoDB_20120810.DescribeTimeToLive",
        new Canned(
            200,
            """
            {"TimeToLiveDescription":{"TimeToLiveStatus":"ENABLED","AttributeName":"expires"}}"""));
    assertThat(deployment.tableForgetsBy("t")).isEqualTo("expires");

    answers.put(
        "DynamoDB_20120810.DescribeTimeToLive",
        new Canned(200, "{\"TimeToLiveDescription\":{\"TimeToLiveStatus\":\"DISABLED\"}}"));
    assertThat(deployment.tableForgetsBy("t")).isEmpty();
  }

  @Test
  void listsSecretsByNameOnly() {
    answers.put(
        "AmazonSSM.GetParametersByPath",
        new Canned(
            200, "{\"Parameters\":[{\"Name\":\"/ragtime/prod/links-key\",\"Value\":\"x\"}]}"));

    assertThat(deployment.secrets("/ragtime/prod")).containsExactly("links-key");
  }

  @Test
  void seesWhetherABucketIsPrivateEncryptedAndVersioned() {
    answers.put("/b", new Canned(200, ""));
    answers.put(
        "/b?publicAccessBlock",
        new Canned(
            200,
            """
            <PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls>\
            <IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy>\
            <RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>"""));
    answers.put(
        "/b?encryption",
        new Canned(
            200,
            """
            <ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>\
            <SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule>\
            </ServerSideEncryptionConfiguration>"""));
    answers.put(
        "/b?versioning",
        new Canned(
            200, "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>"));
    assertThat(deployment.bucket("b")).isEqualTo(new BucketState(true, true, true));

    answers.put(
        "/b?publicAccessBlock",
        new Canned(404, "<Error><Code>NoSuchPublicAccessBlockConfiguration</Code></Error>"));
    assertThat(deployment.bucket("b").isPrivate()).isFalse();

    answers.put("/b", new Canned(404, ""));
    fails(Kind.MISSING, () -> deployment.bucket("b"));
  }

  private static void fails(Kind kind, ThrowingCallable look) {
    assertThatExceptionOfType(DeploymentException.class)
        .isThrownBy(look)
        .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
  }
}
