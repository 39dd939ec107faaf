package ragtime.indexer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import ragtime.library.Sha256;
import ragtime.store.ObjectContent;
import ragtime.store.ObjectStore;
import ragtime.store.ObjectVersion;

/**
 * A document's bytes as they were at one moment, so that what is read and what was hashed are the
 * same.
 *
 * @param file the copy, deleted on close
 * @param contentHash its SHA-256
 * @param version the version that was copied
 */
record Snapshot(Path file, String contentHash, ObjectVersion version) implements AutoCloseable {

  /** Copies an object into this folder; nothing if it is not there. */
  static Optional<Snapshot> of(ObjectStore store, String key, Path folder) {
    try (ObjectContent content = store.get(key).orElse(null)) {
      if (content == null) {
        return Optional.empty();
      }
      Path copy = Files.createTempFile(folder, "snapshot-", ".pdf");
      try {
        Files.copy(content.stream(), copy, StandardCopyOption.REPLACE_EXISTING);
        try (InputStream in = Files.newInputStream(copy)) {
          return Optional.of(new Snapshot(copy, Sha256.of(in), content.version()));
        }
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(copy);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
