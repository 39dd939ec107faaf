package ragtime.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/** Versions of files: of a time and a length, so that listing a library need not read it. */
final class FileVersion {

  private FileVersion() {}

  static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class);
  }

  static ObjectVersion of(Path file) throws IOException {
    return of(attributes(file));
  }

  static ObjectVersion of(BasicFileAttributes attributes) {
    Instant time = attributes.lastModifiedTime().toInstant();
    return new ObjectVersion(
        Long.toHexString(time.getEpochSecond())
            + "."
            + Integer.toHexString(time.getNano())
            + "-"
            + Long.toHexString(attributes.size()));
  }
}
