package ragtime.aws;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import ragtime.model.Attempts;
import ragtime.model.Behaviour;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** Servers that speak as Bedrock does and clients of theirs, closed after each test. */
final class LocalBedrock implements AfterEachCallback {

  private final List<AutoCloseable> open = new ArrayList<>();

  BedrockServer server(boolean streams, List<Behaviour> behaviours) {
    var server = new BedrockServer(behaviours, streams);
    open.add(server);
    return server;
  }

  Bedrock client(URI endpoint, Attempts attempts, Duration silence) {
    var client =
        new Bedrock(
            silence,
            Clock.systemUTC(),
            attempts,
            builder ->
                builder
                    .endpointOverride(endpoint)
                    .region(Region.US_EAST_1)
                    .credentialsProvider(
                        StaticCredentialsProvider.create(
                            AwsBasicCredentials.create("test", "secret"))));
    open.add(client);
    return client;
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    for (var each : open.reversed()) {
      each.close();
    }
    open.clear();
  }
}
