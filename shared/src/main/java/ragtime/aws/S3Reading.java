package ragtime.aws;

import java.io.InputStream;
import ragtime.store.ObjectContent;
import ragtime.store.ObjectVersion;
import ragtime.store.Reading;
import ragtime.store.Wanted;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Opens objects of a bucket, or parts of them. */
final class S3Reading {

  private static final int NOT_MODIFIED = 304;
  private static final int NO_SUCH_RANGE = 416;

  private S3Reading() {}

  /** Opens an object. Throws what the SDK throws. */
  static Reading of(S3Client client, String bucket, String key, Wanted wanted) {
    var whole = GetObjectRequest.builder().bucket(bucket).key(key).build();
    var request =
        switch (wanted) {
          case Wanted.Whole() -> whole;
          case Wanted.Newer(var than) -> whole.copy(r -> r.ifNoneMatch(than.token()));
          case Wanted.Part part -> whole.copy(r -> r.range(range(part)));
        };
    try {
      return open(client, request, wanted instanceof Wanted.Part part ? part.from() : 0);
    } catch (NoSuchKeyException e) {
      return new Reading.Absent();
    } catch (S3Exception e) {
      return switch (e.statusCode()) {
        case NOT_MODIFIED -> new Reading.Unchanged();
        case NO_SUCH_RANGE -> nothing(client, bucket, key);
        default -> throw e;
      };
    }
  }

  private static ObjectContent open(S3Client client, GetObjectRequest request, long first) {
    var stream = client.getObject(request);
    long length = stream.response().contentLength();
    var etag = stream.response().eTag();
    ResumingStream.Opener again =
        done ->
            client.getObject(
                request.copy(
                    r ->
                        r.ifNoneMatch(null)
                            .ifMatch(etag)
                            .range("bytes=%d-%d".formatted(first + done, first + length - 1))));
    return new ObjectContent(
        new ResumingStream(stream, length, again), length, new ObjectVersion(etag));
  }

  /** What there is of a part that begins after the end. */
  private static Reading nothing(S3Client client, String bucket, String key) {
    try {
      var head = client.headObject(r -> r.bucket(bucket).key(key));
      return new ObjectContent(InputStream.nullInputStream(), 0, new ObjectVersion(head.eTag()));
    } catch (NoSuchKeyException e) {
      return new Reading.Absent();
    }
  }

  private static String range(Wanted.Part part) {
    return "bytes=%d-%d".formatted(part.from(), part.from() + part.length() - 1);
  }
}
