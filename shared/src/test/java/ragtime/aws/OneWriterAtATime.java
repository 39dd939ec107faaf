package ragtime.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.ReentrantLock;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Makes conditional writes atomic, which they are not in the stand-in: it compares first and writes
 * later, so that several writers win.
 */
final class OneWriterAtATime extends ForwardingBlobStore {

  private final ReentrantLock writing = new ReentrantLock();

  OneWriterAtATime(BlobStore delegate) {
    super(delegate);
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
    writing.lock();
    try {
      var there = blobMetadataIfPresent(request.bucket(), request.key());
      if (!holds(request, there == null ? null : there.eTag())) {
        // S3 reads a small body before it refuses; else the client's write meets a closed line.
        body.transferTo(OutputStream.nullOutputStream());
        throw S3Exceptions.preconditionFailed(new IllegalStateException("lost the race"));
      }
      return super.putBlob(request, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writing.unlock();
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
    writing.lock();
    try {
      return super.copyBlob(request);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    writing.lock();
    try {
      return super.removeBlob(request);
    } finally {
      writing.unlock();
    }
  }
}
