package ragtime.local.lambda;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/** AWS without AWS: S3, SQS and DynamoDB in a process of their own, and a parameter store here. */
final class AwsStandIns implements AutoCloseable {

  /** The modules' folders, from wherever the test runs. */
  static final Path HOUSE = house();

  static final String BUCKET = "ragtime";
  static final String TABLE = "ragtime";
  static final String SECRETS = "/ragtime/test";

  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "secret"));

  private final Map<String, String> secrets;
  private final Process process;
  private final JsonObject places;
  private final HttpServer parameters;

  /**
   * Starts them.
   *
   * @param hides for how many seconds the worker's queue hides a message
   * @param receives how often it delivers one
   * @param secrets what the parameter store holds; may change
   */
  AwsStandIns(int hides, int receives, Map<String, String> secrets) {
    this.secrets = secrets;
    Path shared = HOUSE.resolve("shared/target");
    try {
      String classPath =
          Files.readString(shared.resolve("test.classpath")).strip()
              + ":"
              + shared.resolve("test-classes")
              + ":"
              + shared.resolve("classes");
      ProcessBuilder builder =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "--enable-native-access=ALL-UNNAMED",
                  "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                  "-cp",
                  classPath,
                  "ragtime.aws.StandIns",
                  Integer.toString(hides),
                  Integer.toString(receives))
              .redirectError(ProcessBuilder.Redirect.INHERIT);
      builder.environment().put("DDB_LOCAL_TELEMETRY", "0");
      process = builder.start();
      places = places(process);
      parameters = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    parameters.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] body = parameters().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    parameters.start();
  }

  private static JsonObject places(Process process) throws IOException {
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("{")) {
        Thread.ofVirtual().start(() -> out.lines().forEach(rest -> {}));
        return JsonParser.parseString(line).getAsJsonObject();
      }
    }
    throw new IOException("The stand-ins did not start");
  }

  private String parameters() {
    StringBuilder all = new StringBuilder();
    secrets.forEach(
        (name, value) ->
            all.append(all.isEmpty() ? "" : ",")
                .append("{\"Name\":\"%s/%s\",\"Value\":\"%s\"}".formatted(SECRETS, name, value)));
    return "{\"Parameters\":[" + all + "]}";
  }

  /** What a function needs to find them, and its settings. */
  Map<String, String> environment() {
    Map<String, String> all = new HashMap<>();
    all.put("AWS_REGION", "us-east-1");
    all.put("AWS_ACCESS_KEY_ID", "test");
    all.put("AWS_SECRET_ACCESS_KEY", "secret");
    all.put("AWS_ENDPOINT_URL_S3", place("s3"));
    all.put("AWS_ENDPOINT_URL_SQS", place("sqs"));
    all.put("AWS_ENDPOINT_URL_DYNAMODB", place("dynamodb"));
    all.put("AWS_ENDPOINT_URL_SSM", "http://127.0.0.1:" + parameters.getAddress().getPort());
    all.put("RAGTIME_BUCKET", BUCKET);
    all.put("RAGTIME_TABLE", TABLE);
    all.put("RAGTIME_SECRETS", SECRETS);
    all.put("RAGTIME_WORKER_QUEUE_URL", place("worker"));
    all.put("RAGTIME_INDEXER_QUEUE_URL", place("indexer"));
    all.put("RAGTIME_READER_QUEUE_URL", place("reader"));
    return all;
  }

  /** Where one of them is, or the URL of a queue. */
  String place(String name) {
    return places.get(name).getAsString();
  }

  URI uri(String name) {
    return URI.create(place(name));
  }

  /** Puts a file into the bucket. */
  void put(String key, Path file) {
    try (S3Client s3 = s3()) {
      s3.putObject(o -> o.bucket(BUCKET).key(key), RequestBody.fromFile(file));
    }
  }

  /** Puts all files of a folder into the bucket. */
  void upload(Path root, String prefix) throws IOException {
    try (Stream<Path> files = Files.walk(root);
        S3Client s3 = s3()) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String key = prefix + root.relativize(file);
        s3.putObject(o -> o.bucket(BUCKET).key(key), RequestBody.fromFile(file));
      }
    }
  }

  /** The partitions of the table that have anything. */
  Set<String> partitions() {
    try (DynamoDbClient dynamo = dynamo()) {
      return dynamo.scanPaginator(q -> q.tableName(TABLE)).items().stream()
          .map(item -> item.get("pk").s())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** The turns of a conversation, as they lie in the table. */
  List<Map<String, AttributeValue>> turns(String team, String channel, String root) {
    String partition = "conversation#" + team + "#" + channel + "#" + root;
    try (DynamoDbClient dynamo = dynamo()) {
      return dynamo
          .query(
              q ->
                  q.tableName(TABLE)
                      .keyConditionExpression("pk = :pk AND begins_with(sk, :turn)")
                      .expressionAttributeValues(
                          Map.of(
                              ":pk", AttributeValue.fromS(partition),
                              ":turn", AttributeValue.fromS("turn#"))))
          .items();
    }
  }

  private DynamoDbClient dynamo() {
    return DynamoDbClient.builder()
        .endpointOverride(uri("dynamodb"))
        .region(Region.US_EAST_1)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .credentialsProvider(CREDENTIALS)
        .build();
  }

  private S3Client s3() {
    return S3Client.builder()
        .endpointOverride(uri("s3"))
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .credentialsProvider(CREDENTIALS)
        .build();
  }

  private static Path house() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("shared"))
        ? here
        : java.util.Objects.requireNonNull(here.getParent());
  }

  @Override
  public void close() {
    parameters.stop(0);
    process.destroyForcibly();
  }
}
