package ragtime.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.function.Supplier;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3 server within the test, in memory, with one bucket. */
public final class EmbeddedS3 implements AutoCloseable {

  /** The bucket that is there from the start. */
  public static final String BUCKET = "ragtime";

  private static final String KEY_ID = "test";
  private static final String SECRET = "secret";

  private final S3Proxy proxy;

  /** Starts it on a free port. */
  public EmbeddedS3() throws Exception {
    this(() -> S3Fault.NONE);
  }

  /** Starts one that meets these faults, one for each call it gets. */
  EmbeddedS3(Supplier<S3Fault> faults) throws Exception {
    var blobs = new WholeObjects(new TransientNio2BlobStore());
    blobs.createContainer(BUCKET);
    proxy =
        S3Proxy.builder()
            .blobStore(new FaultyBlobs(blobs, faults))
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, KEY_ID, SECRET)
            .ignoreUnknownHeaders(true)
            .build();
    proxy.start();
  }

  /** Starts one of whose calls this share fails, before or after the deed. */
  public static EmbeddedS3 failing(Random random, double share) throws Exception {
    S3Fault[] faults = {S3Fault.SLOW_DOWN, S3Fault.ERROR_AFTERWARDS, S3Fault.CONFLICT};
    return new EmbeddedS3(
        () -> {
          synchronized (random) {
            return random.nextDouble() < share
                ? faults[random.nextInt(faults.length)]
                : S3Fault.NONE;
          }
        });
  }

  /** Where it listens. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + proxy.getPort());
  }

  /** A client of whatever listens there, with short waits. */
  static S3Client client(URI endpoint, Duration silence) {
    return client(endpoint, silence, SECRET);
  }

  /** The same, with this secret. */
  static S3Client client(URI endpoint, Duration silence, String secret) {
    var waits = BackoffStrategy.exponentialDelay(Duration.ofMillis(1), Duration.ofMillis(8));
    var retries =
        DefaultRetryStrategy.standardStrategyBuilder()
            .maxAttempts(5)
            .backoffStrategy(waits)
            .throttlingBackoffStrategy(waits)
            .circuitBreakerEnabled(false)
            .build();
    return S3Store.configured(S3Client.builder(), silence, retries)
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY_ID, secret)))
        .forcePathStyle(true)
        .build();
  }

  /** A store in its bucket, under this prefix. */
  public S3Store store(String prefix) {
    var place = S3Location.of("s3://" + BUCKET + "/" + prefix);
    return new S3Store(client(endpoint(), Duration.ofSeconds(10)), place, Thread::sleep);
  }

  @Override
  public void close() throws Exception {
    proxy.stop();
  }
}
