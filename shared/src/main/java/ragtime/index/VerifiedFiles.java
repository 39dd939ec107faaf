package ragtime.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers, across processes, which files of a folder were verified, so that a command need not
 * read a whole index to answer one question. A file is known by its name, length, and the time and
 * place that the file system gives it when it is written; no program can set that time back, so a
 * file that was changed is verified again.
 */
final class VerifiedFiles {

  private static final String RECORD = ".verified";

  private final Path folder;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  VerifiedFiles(Path folder) {
    this.folder = folder;
    try {
      known.addAll(Files.readAllLines(folder.resolve(RECORD)));
    } catch (IOException e) {
      known.clear(); // No record, or none that can be read: every file is verified again.
    }
  }

  boolean contains(Path file) throws IOException {
    Optional<String> line = line(file);
    return line.isPresent() && known.contains(line.get());
  }

  /**
   * Remembers a file that has just been verified; in a folder that cannot be written, for this
   * process only.
   */
  void add(Path file) throws IOException {
    Optional<String> line = line(file);
    if (line.isPresent() && known.add(line.get())) {
      try {
        Files.writeString(
            folder.resolve(RECORD),
            line.get() + "\n",
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException e) {
        return;
      }
    }
  }

  /** Forgets what is remembered of files other than these. */
  void keepOnly(Set<String> names) {
    known.removeIf(line -> !names.contains(line.substring(0, line.indexOf(' '))));
    try {
      Files.deleteIfExists(folder.resolve(RECORD));
      Files.write(folder.resolve(RECORD), known);
    } catch (IOException e) {
      return;
    }
  }

  /**
   * What tells this file from any other; nothing where the file system does not say when a file was
   * changed.
   */
  private static Optional<String> line(Path file) throws IOException {
    try {
      var attributes = Files.readAttributes(file, "unix:ctime,ino,size");
      return Optional.of(
          file.getFileName()
              + " "
              + attributes.get("size")
              + " "
              + attributes.get("ctime")
              + " "
              + attributes.get("ino"));
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
