package ragtime.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * A generation open for searching. It is held by whoever made it and by every search on it, and
 * closed when the last of them lets go. Not safe for use by many threads but for {@link #searcher}.
 */
final class OpenGeneration {

  private final IndexManifest manifest;
  private final GenerationDirectory directory;
  private final PassageSearcher searcher;
  private int holders = 1;

  private OpenGeneration(
      IndexManifest manifest, GenerationDirectory directory, PassageSearcher searcher) {
    this.manifest = manifest;
    this.directory = directory;
    this.searcher = searcher;
  }

  /** Brings a generation's files here and opens it. Throws {@link DamagedIndexException}. */
  static OpenGeneration of(IndexManifest manifest, LocalFiles files) {
    if (manifest.schemaVersion() != PassageSchema.VERSION) {
      throw new DamagedIndexException(
          "The index was made by another version of ragtime (schema "
              + manifest.schemaVersion()
              + ", not "
              + PassageSchema.VERSION
              + ")",
          null);
    }
    files.fetch(manifest.files());
    try {
      GenerationDirectory directory =
          new GenerationDirectory(files.open(), manifest.files(), new ByteBuffersDirectory());
      return new OpenGeneration(manifest, directory, new PassageSearcher(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  IndexManifest manifest() {
    return manifest;
  }

  PassageSearcher searcher() {
    return searcher;
  }

  /** The contents of its files. */
  Set<String> hashes() {
    return manifest.files().stream().map(IndexFile::sha256).collect(Collectors.toSet());
  }

  void hold() {
    holders++;
  }

  /** True if that was the last holder, and it is closed now. */
  boolean letGo() {
    if (--holders > 0) {
      return false;
    }
    try (directory) {
      searcher.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }
}
