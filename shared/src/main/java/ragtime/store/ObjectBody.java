package ragtime.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes to be written, which can be read more than once, for the sake of retries. */
public sealed interface ObjectBody {

  /** How many bytes there are. */
  long length();

  /** Opens them at the first. */
  InputStream open() throws IOException;

  /** These bytes. */
  static ObjectBody of(byte[] bytes) {
    return new Bytes(bytes.clone());
  }

  /** This text, in UTF-8. */
  static ObjectBody of(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes of this file, which must not change meanwhile. */
  static ObjectBody of(Path file) {
    return new File(file);
  }

  /** Bytes in memory. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere; copied at the door
  record Bytes(byte[] bytes) implements ObjectBody {
    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }

  /** Bytes on disk. */
  record File(Path path) implements ObjectBody {
    @Override
    public long length() {
      try {
        return Files.size(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }
  }
}
