package ragtime.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import ragtime.library.Sha256;
import ragtime.store.DirectoryStore;
import ragtime.store.ObjectContent;
import ragtime.store.ObjectStore;

/**
 * The Lucene files of generations on this machine's disk, named by their contents. An index in a
 * folder is read where it lies; any other is downloaded. No file is used before its length and
 * checksum have been verified, once.
 */
final class LocalFiles {

  private final ObjectStore store;
  private final Path folder;
  private final boolean inPlace;
  private final VerifiedFiles verified;

  /** Files of this store, kept in {@code cache} unless the store is itself a folder. */
  LocalFiles(ObjectStore store, Path cache) {
    this.store = store;
    this.inPlace = store instanceof DirectoryStore;
    this.folder =
        store instanceof DirectoryStore directory
            ? directory.file(IndexLayout.file("x")).resolveSibling("")
            : cache;
    this.verified = new VerifiedFiles(folder);
  }

  /**
   * Brings the files here that are not yet, and verifies them. Throws {@link
   * DamagedIndexException}.
   */
  void fetch(List<IndexFile> files) {
    files.parallelStream().forEach(this::fetch);
  }

  /** The files as Lucene sees them, by SHA-256. */
  Directory open() throws IOException {
    return new MMapDirectory(folder);
  }

  /** Removes every file that was downloaded and is not among these. */
  void keepOnly(Set<String> hashes) {
    if (inPlace || !Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        if (!hashes.contains(name) && !name.startsWith(".")) {
          Files.deleteIfExists(file);
        }
      }
      verified.keepOnly(hashes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fetch(IndexFile file) {
    try {
      Path path = folder.resolve(file.sha256());
      if (!inPlace && !Files.exists(path)) {
        download(file);
      }
      if (Files.size(path) != file.length() || !verified.contains(path)) {
        verify(file, path);
        verified.add(path);
      }
    } catch (NoSuchFileException e) {
      throw new DamagedIndexException("Index file " + file.name() + " is missing", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void download(IndexFile file) throws IOException {
    Files.createDirectories(folder);
    Path partial = Files.createTempFile(folder, "partial-", "");
    try (ObjectContent content = store.get(IndexLayout.file(file.sha256())).orElse(null)) {
      if (content == null) {
        throw new NoSuchFileException(file.sha256());
      }
      try (var out = Files.newOutputStream(partial)) {
        content.stream().transferTo(out);
      }
      verify(file, partial);
      Files.move(
          partial, folder.resolve(file.sha256()), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private void verify(IndexFile file, Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      if (Files.size(path) != file.length() || !Sha256.of(in).equals(file.sha256())) {
        throw new DamagedIndexException(
            "Index file " + file.name() + " (" + file.sha256() + ") is not what was published",
            null);
      }
    }
  }
}
