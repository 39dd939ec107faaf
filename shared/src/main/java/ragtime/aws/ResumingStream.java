package ragtime.aws;

import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * An object's bytes, all of them: a connection that breaks, or ends too early, is taken up again
 * where it ended, in the same version, a bounded number of times without progress.
 */
final class ResumingStream extends InputStream {

  /** Opens the object again, in the version first seen, from a byte on. */
  interface Opener {
    ResponseInputStream<GetObjectResponse> from(long position);
  }

  private static final int MOST_RESUMES = 4;

  private final Opener opener;
  private final long length;
  private ResponseInputStream<GetObjectResponse> source;
  private long position;
  private int resumes;

  ResumingStream(ResponseInputStream<GetObjectResponse> source, long length, Opener opener) {
    this.source = source;
    this.length = length;
    this.opener = opener;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    while (true) {
      try {
        int read = source.read(into, offset, count);
        if (read > 0) {
          position += read;
          resumes = 0;
          return read;
        }
        if (position == length) {
          return -1;
        }
        throw new IOException("S3 sent %d of %d bytes".formatted(position, length));
      } catch (IOException | SdkException e) {
        resume(e);
      }
    }
  }

  private void resume(Exception reason) throws IOException {
    if (position == length || resumes == MOST_RESUMES) {
      throw new IOException("Reading from S3 broke off", reason);
    }
    resumes++;
    source.abort();
    try {
      source = opener.from(position);
    } catch (SdkException e) {
      e.addSuppressed(reason);
      throw new IOException("Reading from S3 broke off and cannot go on", e);
    }
  }

  /** What was not read is not waited for. */
  @Override
  public void close() throws IOException {
    if (position < length) {
      source.abort();
    } else {
      source.close();
    }
  }
}
