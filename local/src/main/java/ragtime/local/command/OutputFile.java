package ragtime.local.command;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import ragtime.local.UsageException;

/** A file that a command writes at its end, looked at before the work begins. */
record OutputFile(Path path) {

  /** The file of this name, or nothing if none is named; throws if it cannot be written. */
  static Optional<OutputFile> named(String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Path path = Path.of(name).toAbsolutePath();
    Path folder = path.getParent();
    if (Files.isDirectory(path)) {
      throw new UsageException(path + " is a folder; name a file to write");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UsageException(path + " cannot be written: there is no folder " + folder);
    }
    return Optional.of(new OutputFile(path));
  }

  void write(String text) throws IOException {
    try {
      Files.writeString(path, text);
    } catch (FileSystemException e) {
      throw new UsageException(path + " cannot be written: " + e.getMessage());
    }
  }
}
