package ragtime.store;

import java.io.IOException;
import java.io.InputStream;

/**
 * An object, or the part of it that was wanted, opened for reading.
 *
 * @param stream the bytes
 * @param length how many they are
 * @param version which version they belong to
 */
public record ObjectContent(InputStream stream, long length, ObjectVersion version)
    implements Reading, AutoCloseable {

  /** All the bytes at once, of which none has been read yet. */
  public byte[] readAll() {
    try {
      byte[] all = stream.readAllBytes();
      if (all.length != length) {
        throw new StoreException(
            StoreException.Kind.UNAVAILABLE,
            "Reading ended after %d of %d bytes".formatted(all.length, length),
            null);
      }
      return all;
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
