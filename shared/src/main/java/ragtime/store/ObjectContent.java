package ragtime.store;

import java.io.IOException;
import java.io.InputStream;

/**
 * An object that has been opened for reading, from its first byte to its last.
 *
 * @param stream its bytes
 * @param length how many they are
 * @param version which version they belong to
 */
public record ObjectContent(InputStream stream, long length, ObjectVersion version)
    implements AutoCloseable {

  /** The rest of the bytes, all at once. */
  public byte[] readAll() {
    try {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new StoreException(StoreException.Kind.UNAVAILABLE, "Reading broke off", e);
    }
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      throw new StoreException(StoreException.Kind.UNAVAILABLE, "Closing failed", e);
    }
  }
}
