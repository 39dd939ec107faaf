package ragtime.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An ObjectStore on a folder: one file for each object.
 *
 * <p>A write goes to a file of its own, which then takes the object's name in one step, so a reader
 * or a crash sees the old bytes or the new. Writers exclude each other, also from other processes
 * of the machine, by a lock on {@code .ragtime-lock} in the folder. A version is made of a file's
 * time and length; each write gets a time of its own, so two versions never look the same. Symbolic
 * links are followed. Hidden files (whose name starts with a dot) are none of its objects.
 */
public final class DirectoryStore implements ObjectStore {

  private static final String LOCK = ".ragtime-lock";
  private static final String PARTIAL = ".ragtime-partial-";

  /**
   * A file lock holds for a whole process, so threads need a lock of their own before it; one for
   * each folder.
   */
  private static final ConcurrentHashMap<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

  private static final AtomicLong LAST_TIME = new AtomicLong();

  private final Path root;

  /** The objects in this folder, which is created at the first write if it is not there. */
  public DirectoryStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /**
   * The file that holds, or would hold, an object: for readers that can work on a file in place.
   */
  public Path file(String key) {
    return root.resolve(ObjectKeys.check(key));
  }

  @Override
  public Reading get(String key, Wanted wanted) {
    try {
      return FileReading.of(file(key), wanted);
    } catch (IOException e) {
      throw failure("read", e);
    }
  }

  @Override
  public ObjectVersion put(String key, ObjectBody body) {
    Path file = file(key);
    try {
      Path partial = writePartial(file, body);
      try {
        ObjectVersion version = FileVersion.of(partial);
        Files.move(partial, file, ATOMIC_MOVE, REPLACE_EXISTING);
        return version;
      } finally {
        Files.deleteIfExists(partial);
      }
    } catch (IOException e) {
      throw failure("write", e);
    }
  }

  @Override
  public Optional<ObjectVersion> putIf(String key, ObjectBody body, PutCondition condition) {
    ReentrantLock threads = LOCKS.computeIfAbsent(root, path -> new ReentrantLock());
    threads.lock();
    try {
      Files.createDirectories(root);
      try (FileChannel channel = FileChannel.open(root.resolve(LOCK), CREATE, WRITE);
          FileLock lock = channel.lock()) {
        assert lock.isValid();
        return condition.holds(currentVersion(file(key)))
            ? Optional.of(put(key, body))
            : Optional.empty();
      }
    } catch (IOException e) {
      throw failure("write", e);
    } finally {
      threads.unlock();
    }
  }

  @Override
  public List<ObjectInfo> list(String prefix) {
    Path start = root.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    List<ObjectInfo> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          start,
          java.util.EnumSet.of(java.nio.file.FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return hidden(folder) && !folder.equals(start)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              String key = root.relativize(file).toString().replace(File.separatorChar, '/');
              if (attributes.isRegularFile() && !hidden(file) && key.startsWith(prefix)) {
                Instant modified = attributes.lastModifiedTime().toInstant();
                found.add(
                    new ObjectInfo(key, attributes.size(), FileVersion.of(attributes), modified));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              if (e instanceof NoSuchFileException
                  || e instanceof java.nio.file.FileSystemLoopException) {
                return FileVisitResult.CONTINUE;
              }
              throw e;
            }
          });
    } catch (IOException e) {
      throw failure("list", e);
    }
    found.sort(Comparator.comparing(ObjectInfo::key));
    return List.copyOf(found);
  }

  @Override
  public void delete(String key) {
    try {
      Path file = file(key);
      if (Files.isRegularFile(file)) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw failure("delete", e);
    }
  }

  private Path writePartial(Path file, ObjectBody body) throws IOException {
    Path folder = file.getParent() == null ? root : file.getParent();
    Files.createDirectories(folder);
    Path partial = folder.resolve(PARTIAL + UUID.randomUUID());
    try (InputStream in = body.open()) {
      Files.copy(in, partial);
      try (FileChannel channel = FileChannel.open(partial, WRITE)) {
        channel.force(true);
      }
      Files.setLastModifiedTime(partial, FileTime.from(nextTime()));
      return partial;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(partial);
      throw e;
    }
  }

  private static Optional<ObjectVersion> currentVersion(Path file) throws IOException {
    try {
      return Optional.of(FileVersion.of(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Now, or a microsecond after the last time given, so that no two writes of this process share a
   * time.
   */
  private static Instant nextTime() {
    Instant now = Instant.now();
    long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    long next = LAST_TIME.updateAndGet(last -> Math.max(last + 1, micros));
    return Instant.ofEpochSecond(next / 1_000_000, next % 1_000_000 * 1_000);
  }

  private static boolean hidden(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().startsWith(".");
  }

  private StoreException failure(String verb, IOException e) {
    return switch (e) {
      case AccessDeniedException denied ->
          new StoreException(
              StoreException.Kind.DENIED,
              "Not allowed to " + verb + " in " + root + ": " + denied.getFile(),
              e);
      case NotDirectoryException folder ->
          new StoreException(StoreException.Kind.MISSING, "Not a folder: " + folder.getFile(), e);
      default ->
          new StoreException(
              StoreException.Kind.UNAVAILABLE,
              "Cannot " + verb + " in " + root + ": " + e.getMessage(),
              e);
    };
  }
}
