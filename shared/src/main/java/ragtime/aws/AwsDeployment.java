package ragtime.aws;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.ssm.SsmClient;

/** A deployment in the account and region that the SDK finds in its usual places. */
public final class AwsDeployment implements Deployment, AutoCloseable {

  private static final String ALIAS = "live";
  private static final String FUNCTIONS = "/2015-03-31/functions/";

  /** What it looks with. */
  record Clients(
      SignedCalls lambda,
      SignedCalls events,
      S3Client s3,
      SqsClient sqs,
      DynamoDbClient dynamo,
      SsmClient ssm) {}

  private final Clients clients;

  AwsDeployment(Clients clients) {
    this.clients = clients;
  }

  /** Opens it. */
  public static AwsDeployment open() {
    try {
      var region = DefaultAwsRegionProviderChain.builder().build().getRegion().id();
      var credentials = DefaultCredentialsProvider.builder().build();
      return new AwsDeployment(
          new Clients(
              signed(credentials, region, "lambda"),
              signed(credentials, region, "events"),
              S3Client.create(),
              SqsClient.create(),
              DynamoDbClient.create(),
              SsmClient.create()));
    } catch (SdkException e) {
      throw SdkFaults.translate("AWS", e);
    }
  }

  private static SignedCalls signed(
      AwsCredentialsProvider credentials, String region, String service) {
    var endpoint = URI.create("https://" + service + "." + region + ".amazonaws.com");
    return new SignedCalls(credentials, region, service, endpoint);
  }

  @Override
  public FunctionState function(String name) {
    var path = FUNCTIONS + name + "/configuration";
    var found = clients.lambda().get("function " + name, path, "Qualifier", ALIAS);
    Map<String, String> settings = new TreeMap<>();
    if (found.get("Environment") instanceof JsonObject environment
        && environment.get("Variables") instanceof JsonObject variables) {
      variables.entrySet().forEach(e -> settings.put(e.getKey(), e.getValue().getAsString()));
    }
    return new FunctionState(
        text(found, "Version"),
        text(found, "LastModified"),
        text(found, "State"),
        text(found, "Runtime"),
        settings);
  }

  private static String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }

  @Override
  public boolean isScheduled(String name) {
    var asked = new JsonObject();
    asked.addProperty("Name", name);
    var found = clients.events().post("rule " + name, "AWSEvents.DescribeRule", asked.toString());
    return text(found, "State").startsWith("ENABLED");
  }

  @Override
  public BucketState bucket(String name) {
    return look(
        "bucket " + name,
        () -> {
          var s3 = clients.s3();
          s3.headBucket(r -> r.bucket(name));
          return new BucketState(
              isThere(() -> isBlocked(s3.getPublicAccessBlock(r -> r.bucket(name)))),
              isThere(() -> s3.getBucketEncryption(r -> r.bucket(name)) != null),
              s3.getBucketVersioning(r -> r.bucket(name)).status()
                  == BucketVersioningStatus.ENABLED);
        });
  }

  private static boolean isBlocked(GetPublicAccessBlockResponse found) {
    var block = found.publicAccessBlockConfiguration();
    return block.blockPublicAcls()
        && block.blockPublicPolicy()
        && block.ignorePublicAcls()
        && block.restrictPublicBuckets();
  }

  /** S3 says that there is no such configuration by failing. */
  private static boolean isThere(BooleanSupplier configuration) {
    try {
      return configuration.getAsBoolean();
    } catch (AwsServiceException e) {
      if (SdkFaults.code(e).matches("NoSuchPublicAccessBlock.*|.*NotFoundError")) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public QueueState queue(String name) {
    return look(
        "queue " + name,
        () -> {
          var waiting = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
          var underWay = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;
          var url = clients.sqs().getQueueUrl(r -> r.queueName(name)).queueUrl();
          var counted =
              clients
                  .sqs()
                  .getQueueAttributes(r -> r.queueUrl(url).attributeNames(waiting, underWay))
                  .attributes();
          return new QueueState(
              Integer.parseInt(counted.getOrDefault(waiting, "0")),
              Integer.parseInt(counted.getOrDefault(underWay, "0")));
        });
  }

  @Override
  public String tableForgetsBy(String name) {
    return look(
        "table " + name,
        () -> {
          var found =
              clients.dynamo().describeTimeToLive(r -> r.tableName(name)).timeToLiveDescription();
          return found.timeToLiveStatus() == TimeToLiveStatus.ENABLED ? found.attributeName() : "";
        });
  }

  @Override
  public Set<String> secrets(String path) {
    return look(
        "secrets under " + path,
        () -> {
          Set<String> names = new TreeSet<>();
          clients
              .ssm()
              .getParametersByPathPaginator(r -> r.path(path).withDecryption(false))
              .stream()
              .flatMap(page -> page.parameters().stream())
              .forEach(each -> names.add(each.name().substring(path.length() + 1)));
          return names;
        });
  }

  private static <T> T look(String what, Supplier<T> look) {
    try {
      return look.get();
    } catch (SdkException e) {
      throw SdkFaults.translate(what, e);
    }
  }

  @Override
  public void close() {
    clients.lambda().close();
    clients.s3().close();
    clients.sqs().close();
    clients.dynamo().close();
    clients.ssm().close();
  }
}
