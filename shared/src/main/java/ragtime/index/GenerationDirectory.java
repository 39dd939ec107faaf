package ragtime.index;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.store.BaseDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.SingleInstanceLockFactory;

/**
 * A published generation as Lucene sees it: its files under their own names, although they are
 * stored under the names of their contents. What is written on top goes to another folder and
 * leaves the generation as it is.
 */
final class GenerationDirectory extends BaseDirectory {

  private final Directory contents;
  private final Directory additions;
  private final Map<String, IndexFile> published;

  /**
   * @param contents holds the generation's files by SHA-256
   * @param files the generation's files
   * @param additions takes what is written; closed with this
   */
  GenerationDirectory(Directory contents, List<IndexFile> files, Directory additions) {
    super(new SingleInstanceLockFactory());
    this.contents = contents;
    this.additions = additions;
    this.published =
        files.stream()
            .collect(
                Collectors.toMap(
                    IndexFile::name,
                    Function.identity(),
                    (a, b) -> {
                      throw new DamagedIndexException("A manifest names a file twice", null);
                    },
                    TreeMap::new));
  }

  /** The published file of this name, unless it has been deleted from this view. */
  synchronized java.util.Optional<IndexFile> published(String name) {
    return java.util.Optional.ofNullable(published.get(name));
  }

  @Override
  public synchronized String[] listAll() throws IOException {
    Set<String> names = new TreeSet<>(published.keySet());
    names.addAll(List.of(additions.listAll()));
    return names.toArray(String[]::new);
  }

  @Override
  public synchronized void deleteFile(String name) throws IOException {
    if (published.remove(name) == null) {
      additions.deleteFile(name);
    }
  }

  @Override
  public synchronized long fileLength(String name) throws IOException {
    IndexFile file = published.get(name);
    return file == null ? additions.fileLength(name) : file.length();
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    if (published(name).isPresent()) {
      throw new FileAlreadyExistsException(name);
    }
    return additions.createOutput(name, context);
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    return additions.createTempOutput(prefix, suffix, context);
  }

  @Override
  public synchronized void sync(Collection<String> names) throws IOException {
    Set<String> added = new HashSet<>(names);
    added.removeAll(published.keySet());
    additions.sync(added);
  }

  @Override
  public void syncMetaData() throws IOException {
    additions.syncMetaData();
  }

  @Override
  public void rename(String from, String to) throws IOException {
    if (published(from).isPresent()) {
      throw new NoSuchFileException(from, to, "published files are never renamed");
    }
    additions.rename(from, to);
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    java.util.Optional<IndexFile> file = published(name);
    return file.isPresent()
        ? contents.openInput(file.get().sha256(), context)
        : additions.openInput(name, context);
  }

  @Override
  public Set<String> getPendingDeletions() throws IOException {
    return additions.getPendingDeletions();
  }

  @Override
  public void close() throws IOException {
    isOpen = false;
    try (contents;
        additions) {
      // Both close, the second even if the first fails.
    }
  }
}
