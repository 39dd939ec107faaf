package ragtime.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A blob store that goes wrong as it is told, call by call. */
final class FaultyBlobs extends ForwardingBlobStore {

  private static final long LATE_NANOS = 1_000_000_000;

  private final Supplier<S3Fault> faults;

  FaultyBlobs(BlobStore delegate, Supplier<S3Fault> faults) {
    super(delegate);
    this.faults = faults;
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
    var fault = faults.get();
    boolean conditional = request.ifMatch() != null || request.ifNoneMatch() != null;
    if (fault == S3Fault.CONFLICT && conditional) {
      drain(body);
      throw failure(409, "ConditionalRequestConflict");
    }
    if (fault == S3Fault.SLOW_DOWN) {
      drain(body);
    }
    return with(fault, () -> super.putBlob(request, body));
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    return with(faults.get(), () -> super.getBlob(request));
  }

  @Override
  public ListObjectsV2Response list(ListObjectsV2Request request) {
    return with(faults.get(), () -> super.list(request));
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    return with(faults.get(), () -> super.removeBlob(request));
  }

  private static <T> T with(S3Fault fault, Supplier<T> call) {
    if (fault == S3Fault.SLOW_DOWN) {
      throw failure(503, "SlowDown");
    }
    var result = call.get();
    return switch (fault) {
      case NONE, SLOW_DOWN, CONFLICT -> result;
      case ERROR_AFTERWARDS -> throw failure(500, "InternalError");
      case LATE -> {
        long end = System.nanoTime() + LATE_NANOS;
        while (System.nanoTime() < end) {
          LockSupport.parkNanos(end - System.nanoTime());
        }
        yield result;
      }
    };
  }

  private static S3Exception failure(int status, String code) {
    var details = AwsErrorDetails.builder().errorCode(code).errorMessage(code).build();
    return (S3Exception)
        S3Exception.builder().statusCode(status).message(code).awsErrorDetails(details).build();
  }

  private static void drain(InputStream body) {
    try {
      body.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
