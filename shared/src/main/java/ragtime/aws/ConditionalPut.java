package ragtime.aws;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import ragtime.model.Attempts;
import ragtime.store.PutCondition;
import ragtime.store.StoreException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Compare-and-set on S3, whose answers need care.
 *
 * <p>A call that was cut off may have been carried out, and the SDK's next attempt then meets its
 * own write and is told 412. So each write carries a mark of its own, and whoever is told 412 looks
 * whose mark the object bears. S3 also answers 409 to writers that meet; then none has written and
 * each tries again.
 */
final class ConditionalPut {

  private static final String MARK = "ragtime-write";
  private static final int MOST_CONFLICTS = 6;
  private static final int FIRST_WAIT_MILLIS = 50;

  private final S3Client client;
  private final Attempts.Pause pause;

  ConditionalPut(S3Client client, Attempts.Pause pause) {
    this.client = client;
    this.pause = pause;
  }

  /** The ETag written, or nothing if the condition did not hold. */
  Optional<String> put(PutObjectRequest plain, RequestBody body, PutCondition condition) {
    var mark = UUID.randomUUID().toString();
    var request = conditional(plain, condition).toBuilder().metadata(Map.of(MARK, mark)).build();
    boolean brokeOff = false;
    for (int conflicts = 1; ; conflicts++) {
      try {
        return Optional.of(client.putObject(request, body).eTag());
      } catch (S3Exception e) {
        brokeOff |= e.numAttempts() != null && e.numAttempts() > 1;
        if (e.statusCode() != 409 && !conditionFailed(e)) {
          throw e;
        }
        if (e.statusCode() != 409 || conflicts == MOST_CONFLICTS) {
          return ownWrite(request, mark, brokeOff, e);
        }
        rest(conflicts, e);
      }
    }
  }

  /** 412, or 404 for If-Match on an object that is gone. */
  private static boolean conditionFailed(S3Exception e) {
    return e.statusCode() == 412
        || e.statusCode() == 404 && !S3Errors.code(e).equals("NoSuchBucket");
  }

  private static PutObjectRequest conditional(PutObjectRequest plain, PutCondition condition) {
    return switch (condition) {
      case PutCondition.Absent() -> plain.copy(r -> r.ifNoneMatch("*"));
      case PutCondition.Unchanged(var version) -> plain.copy(r -> r.ifMatch(version.token()));
    };
  }

  /** The ETag of the object if it is what we wrote, nothing if another writer came first. */
  private Optional<String> ownWrite(
      PutObjectRequest request, String mark, boolean brokeOff, S3Exception refusal) {
    try {
      var head = client.headObject(r -> r.bucket(request.bucket()).key(request.key()));
      if (mark.equals(head.metadata().get(MARK))) {
        return Optional.of(head.eTag());
      }
    } catch (S3Exception e) {
      if (e.statusCode() != 404) {
        throw e;
      }
    }
    if (brokeOff) {
      throw new StoreException(
          StoreException.Kind.UNAVAILABLE,
          "S3 broke off, and the object has changed since: whether it was written in between is"
              + " unknown",
          refusal);
    }
    return Optional.empty();
  }

  private void rest(int conflicts, SdkException reason) {
    try {
      long limit = (long) FIRST_WAIT_MILLIS << conflicts;
      pause.of(Duration.ofMillis(ThreadLocalRandom.current().nextLong(limit)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw reason;
    }
  }
}
