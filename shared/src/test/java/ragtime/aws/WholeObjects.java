package ragtime.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Has objects there as a whole or not at all, as S3 does and the stand-in does not: it compares
 * first and writes later, so that several conditional writes win, and shows what is half written to
 * those who read and list meanwhile.
 */
final class WholeObjects extends ForwardingBlobStore {

  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

  WholeObjects(BlobStore delegate) {
    super(delegate);
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
    byte[] bytes = all(body); // a slow sender holds nobody up; S3 reads a small one that it refuses
    return within(
        lock.writeLock(),
        () -> {
          var there = blobMetadataIfPresent(request.bucket(), request.key());
          if (!holds(request, there == null ? null : there.eTag())) {
            throw S3Exceptions.preconditionFailed(new IllegalStateException("lost the race"));
          }
          return super.putBlob(request, new ByteArrayInputStream(bytes));
        });
  }

  private static byte[] all(InputStream body) {
    try {
      return body.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holds(PutObjectRequest request, @Nullable String etag) {
    if (request.ifNoneMatch() != null) {
      return etag == null;
    }
    return request.ifMatch() == null || etag != null && bare(etag).equals(bare(request.ifMatch()));
  }

  private static String bare(String etag) {
    return etag.replace("\"", "");
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    return within(lock.writeLock(), () -> super.copyBlob(request));
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    return within(lock.writeLock(), () -> super.removeBlob(request));
  }

  @Override
  public ListObjectsV2Response list(ListObjectsV2Request request) {
    return within(lock.readLock(), () -> super.list(request));
  }

  @Override
  public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
    return within(lock.readLock(), () -> super.blobMetadata(request));
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    return within(lock.readLock(), () -> super.getBlob(request));
  }

  private static <T> T within(Lock lock, Supplier<T> call) {
    lock.lock();
    try {
      return call.get();
    } finally {
      lock.unlock();
    }
  }
}
