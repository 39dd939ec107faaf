package ragtime.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import ragtime.library.Sha256;
import ragtime.store.DirectoryStore;
import ragtime.store.ObjectStore;
import ragtime.store.Patience;
import ragtime.store.PatientStore;

/**
 * The Lucene files of generations on this machine's disk, named by their contents. An index in a
 * folder is read where it lies; any other is downloaded. No file is used before its length and
 * checksum have been verified, once.
 */
final class LocalFiles {

  private static final Lanes HASHING =
      new Lanes(Math.max(1, Runtime.getRuntime().availableProcessors()));

  /** How long a download can have been going on at most. */
  private static final Duration LONGEST_DOWNLOAD = Duration.ofHours(1);

  private final Path folder;
  private final boolean inPlace;
  private final Download download;
  private final VerifiedFiles verified;

  /** Files of this store, kept in {@code cache} unless the store is itself a folder. */
  LocalFiles(ObjectStore store, Path cache) {
    this.inPlace = store instanceof DirectoryStore;
    this.folder =
        store instanceof DirectoryStore directory
            ? directory.file(IndexLayout.file("x")).resolveSibling("")
            : cache;
    this.download = new Download(new PatientStore(store, Patience.USUAL), folder);
    this.verified = new VerifiedFiles(folder);
  }

  /**
   * Brings the files here that are not yet, and verifies them. What was brought damaged is brought
   * once more. Throws {@link DamagedIndexException}.
   */
  void fetch(List<IndexFile> files) {
    try {
      fetchOnce(files);
    } catch (DamagedIndexException e) {
      if (inPlace) {
        throw e;
      }
      fetchOnce(files);
    }
  }

  /** Takes over a file that is known to be what it says, so that it need not be brought. */
  void adopt(IndexFile file, Path path) {
    if (inPlace) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Path named = folder.resolve(file.sha256());
      Files.move(path, named, StandardCopyOption.ATOMIC_MOVE);
      verified.add(named);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files as Lucene sees them, by SHA-256. */
  Directory open() throws IOException {
    return LuceneFolder.open(folder);
  }

  /** Removes every file that was downloaded and is not among these. */
  void keepOnly(Set<String> hashes) {
    if (inPlace || !Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        boolean old = name.startsWith(".") ? isAbandoned(name, file) : !hashes.contains(name);
        if (old) {
          deleteQuietly(file);
        }
      }
      verified.keepOnly(hashes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a file if that is possible; another attempt follows. */
  static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      return;
    }
  }

  private void fetchOnce(List<IndexFile> files) {
    if (!inPlace) {
      Map<String, IndexFile> missing = new HashMap<>();
      for (IndexFile file : files) {
        if (!Files.exists(folder.resolve(file.sha256()))) {
          missing.put(file.sha256(), file);
        }
      }
      download.all(List.copyOf(missing.values()));
    }
    HASHING.each(files, this::verifyOnce);
  }

  private void verifyOnce(IndexFile file) {
    Path path = folder.resolve(file.sha256());
    try {
      if (Files.size(path) == file.length() && verified.contains(path)) {
        return;
      }
      if (!isWhole(file, path)) {
        if (!inPlace) {
          deleteQuietly(path);
        }
        throw new DamagedIndexException(
            "Index file " + file.name() + " (" + file.sha256() + ") is not what was published",
            null);
      }
      verified.add(path);
    } catch (NoSuchFileException e) {
      throw new DamagedIndexException("Index file " + file.name() + " is missing", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWhole(IndexFile file, Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return Files.size(path) == file.length() && Sha256.of(in).equals(file.sha256());
    }
  }

  private static boolean isAbandoned(String name, Path file) throws IOException {
    FileTime since = FileTime.from(Instant.now().minus(LONGEST_DOWNLOAD));
    return name.startsWith(Download.PARTIAL)
        && Files.exists(file)
        && Files.getLastModifiedTime(file).compareTo(since) < 0;
  }
}
