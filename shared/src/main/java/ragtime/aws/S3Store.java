package ragtime.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import ragtime.model.Attempts;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectKeys;
import ragtime.store.ObjectStore;
import ragtime.store.ObjectVersion;
import ragtime.store.PutCondition;
import ragtime.store.Reading;
import ragtime.store.StoreException;
import ragtime.store.Wanted;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket, or the part of it under a prefix. Versions are ETags.
 *
 * <p>The SDK tries each call again a bounded number of times when S3 throttles, fails or falls
 * silent; what then remains is a {@link StoreException}.
 */
public final class S3Store implements ObjectStore, AutoCloseable {

  private static final int MOST_ATTEMPTS = 5;
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final String BYTES = "application/octet-stream";

  private final S3Client client;
  private final S3Location place;
  private final ConditionalPut conditionalPut;

  S3Store(S3Client client, S3Location place, Attempts.Pause pause) {
    this(client, place, new ConditionalPut(client, pause));
  }

  private S3Store(S3Client client, S3Location place, ConditionalPut conditionalPut) {
    this.client = client;
    this.place = place;
    this.conditionalPut = conditionalPut;
  }

  /**
   * The store at {@code s3://bucket/prefix}, with the SDK's own settings for region, credentials
   * and endpoint. Throws {@link IllegalArgumentException} for what is not such a place.
   */
  public static S3Store open(String uri) {
    var place = S3Location.of(uri);
    try {
      return new S3Store(newClient(), place, Thread::sleep);
    } catch (SdkException e) {
      throw S3Errors.translate(place, e);
    }
  }

  /** What lies in a folder of this place, over the same connections, which close with this. */
  public S3Store beneath(String folder) {
    return new S3Store(client, place.beneath(folder), conditionalPut);
  }

  /**
   * The folders in a folder that have anything in them, by their keys, which end in a slash.
   *
   * @param folder the folder's key, which ends in a slash
   */
  public List<String> folders(String folder) {
    String full = place.prefix() + folder;
    return call(
        () ->
            client
                .listObjectsV2Paginator(
                    request -> request.bucket(place.bucket()).prefix(full).delimiter("/"))
                .commonPrefixes()
                .stream()
                .map(found -> found.prefix().substring(place.prefix().length()))
                .toList());
  }

  private static S3Client newClient() {
    var retries = DefaultRetryStrategy.standardStrategyBuilder().maxAttempts(MOST_ATTEMPTS).build();
    return configured(S3Client.builder(), Duration.ofSeconds(20), retries).build();
  }

  /**
   * What every client needs. Bodies go as they are, for not every S3 understands chunks with
   * trailers. And S3 may refuse a write before it has read the body, and hang up; only a client
   * that asks first is sure to hear why.
   */
  static S3ClientBuilder configured(
      S3ClientBuilder builder, Duration silence, RetryStrategy retries) {
    return builder
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(silence))
        .serviceConfiguration(
            c -> c.chunkedEncodingEnabled(false).expectContinueThresholdInBytes(0L))
        .overrideConfiguration(
            c ->
                c.retryStrategy(retries)
                    .addExecutionInterceptor(new IntactHeaders())
                    .addExecutionInterceptor(new UndatedReplies()));
  }

  @Override
  public Reading get(String key, Wanted wanted) {
    var full = full(key);
    return call(() -> S3Reading.of(client, place.bucket(), full, wanted));
  }

  @Override
  public ObjectVersion put(String key, ObjectBody body) {
    var request = putRequest(key);
    return new ObjectVersion(call(() -> client.putObject(request, content(body))).eTag());
  }

  @Override
  public Optional<ObjectVersion> putIf(String key, ObjectBody body, PutCondition condition) {
    var request = putRequest(key);
    return call(() -> conditionalPut.put(request, content(body), condition))
        .map(ObjectVersion::new);
  }

  private PutObjectRequest putRequest(String key) {
    return PutObjectRequest.builder().bucket(place.bucket()).key(full(key)).build();
  }

  private static RequestBody content(ObjectBody body) {
    var again =
        ContentStreamProvider.fromInputStreamSupplier(
            () -> {
              try {
                return body.open();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    return RequestBody.fromContentProvider(again, body.length(), BYTES);
  }

  @Override
  public List<ObjectInfo> list(String prefix) {
    var pages =
        client.listObjectsV2Paginator(
            r -> r.bucket(place.bucket()).prefix(place.prefix() + prefix));
    return call(
        () ->
            pages.contents().stream()
                .map(this::info)
                .sorted(Comparator.comparing(ObjectInfo::key))
                .toList());
  }

  private ObjectInfo info(S3Object object) {
    if (object.eTag() == null) {
      // Stores that stand in for S3 may list what is still being written; S3 itself never does.
      throw new StoreException(
          StoreException.Kind.UNAVAILABLE,
          "An object in " + place + " is listed without an ETag",
          null);
    }
    return new ObjectInfo(
        object.key().substring(place.prefix().length()),
        object.size(),
        new ObjectVersion(object.eTag()),
        object.lastModified());
  }

  @Override
  public void delete(String key) {
    var full = full(key);
    call(() -> client.deleteObject(r -> r.bucket(place.bucket()).key(full)));
  }

  private String full(String key) {
    return place.prefix() + ObjectKeys.check(key);
  }

  private <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw S3Errors.translate(place, e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
