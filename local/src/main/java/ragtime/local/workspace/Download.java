package ragtime.local.workspace;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Sends a file, or the part of it that is asked for, so that viewers can leaf through it. */
final class Download {
  private Download() {}

  /** Sends and closes the stream, which has this many bytes. */
  static void send(Context http, InputStream stream, String contentType, long size) {
    Optional<ByteRange> range = ByteRange.of(Optional.ofNullable(http.header("Range")), size);
    try (stream) {
      http.header("Accept-Ranges", "bytes").header("X-Content-Type-Options", "nosniff");
      ByteRange part = range.orElseGet(() -> new ByteRange(0, size - 1));
      if (range.isPresent()) {
        if (part.length() == 0) {
          http.status(416).header("Content-Range", "bytes */" + size);
          return;
        }
        http.status(HttpStatus.PARTIAL_CONTENT)
            .header("Content-Range", "bytes " + part.from() + "-" + part.to() + "/" + size);
      }
      http.contentType(contentType);
      http.res().setContentLengthLong(part.length());
      stream.skipNBytes(part.from());
      copy(stream, http.res().getOutputStream(), part.length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(InputStream from, OutputStream to, long length) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    for (long left = length; left > 0; ) {
      int read = from.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new IOException("The file ended early");
      }
      to.write(buffer, 0, read);
      left -= read;
    }
  }
}
