package ragtime.local.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipInputStream;

/** A function's zip, as the build made it. */
final class Zip {
  private Zip() {}

  /** Unpacks it into a new folder, as Lambda does. */
  static Path unpack(Path zip, Path folder) throws IOException {
    if (!Files.exists(zip)) {
      throw new IOException(zip + " is not there: run mvn package first");
    }
    try (var in = new ZipInputStream(Files.newInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path target = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.resolveSibling(""));
          Files.copy(in, target);
        }
      }
    }
    return folder;
  }
}
