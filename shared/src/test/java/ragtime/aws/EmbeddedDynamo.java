package ragtime.aws;

import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/**
 * A DynamoDB server within the test, in memory. It never removes what has expired, so whoever reads
 * must not believe it.
 */
public final class EmbeddedDynamo implements AutoCloseable {

  private static final String NATIVE = "sqlite4java.library.path";

  private final DynamoDBProxyServer server;
  private final URI endpoint;
  private final AtomicInteger tables = new AtomicInteger();

  /** Starts it on a free port. */
  public EmbeddedDynamo() throws Exception {
    findNativeLibrary();
    int port = freePort();
    endpoint = URI.create("http://127.0.0.1:" + port);
    server =
        ServerRunner.createServerFromCommandLineArgs(
            new String[] {
              "-inMemory", "-sharedDb", "-disableTelemetry", "-port", Integer.toString(port)
            });
    server.start();
  }

  /** Where it listens. */
  public URI endpoint() {
    return endpoint;
  }

  /** Makes the table of the design under this name. */
  public void create(String table) {
    try (var client = client()) {
      client.createTable(
          t ->
              t.tableName(table)
                  .billingMode(BillingMode.PAY_PER_REQUEST)
                  .attributeDefinitions(text(Item.PARTITION), text(Item.SORT))
                  .keySchema(key(Item.PARTITION, KeyType.HASH), key(Item.SORT, KeyType.RANGE)));
    } catch (ResourceInUseException e) {
      // On a slow machine the SDK gives up waiting, tries again, and finds what it made.
    }
  }

  /** A new, empty table. */
  DynamoTable table(Clock clock) {
    var name = "ragtime-" + tables.incrementAndGet();
    create(name);
    return new DynamoTable(this::client, name, clock);
  }

  /** A client of it. */
  DynamoDbClient client() {
    return DynamoTable.configured(DynamoDbClient.builder())
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "secret")))
        .build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  /** Its storage is a native library, which Maven puts on the class path under another name. */
  private static void findNativeLibrary() {
    if (System.getProperty(NATIVE) == null) {
      Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(File::new)
          .filter(file -> file.getName().startsWith("libsqlite4java-linux-amd64"))
          .findFirst()
          .ifPresent(file -> System.setProperty(NATIVE, file.getParent()));
    }
  }

  private static int freePort() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
