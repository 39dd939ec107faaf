package ragtime.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import ragtime.library.Document;
import ragtime.library.Passage;
import ragtime.library.Sha256;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectStore;
import ragtime.store.ObjectVersion;

/**
 * Publishes generations of the index: files first, then the manifest, then the pointer by
 * compare-and-set. A writer that is killed leaves the generation before it in service; one that
 * loses a race applies its change again to what the winner published.
 */
public final class IndexPublisher {

  /**
   * Races are lost to a writer that succeeded, so this many in a row means that something else is
   * wrong.
   */
  private static final int ATTEMPTS = 100;

  private final ObjectStore store;
  private final Generations generations;
  private final LocalFiles files;
  private final Path work;
  private final Clock clock;

  /**
   * @param store the bucket or folder of the index
   * @param work a folder of this machine's for files on their way
   * @param clock dates the generations
   */
  public IndexPublisher(ObjectStore store, Path work, Clock clock) {
    this.store = store;
    this.generations = new Generations(store);
    this.files = new LocalFiles(store, work.resolve("files"));
    this.work = work;
    this.clock = clock;
  }

  /**
   * The current generation, its files verified; nothing if there is none. Throws {@link
   * DamagedIndexException}.
   */
  public Optional<IndexManifest> verified() {
    Optional<IndexManifest> manifest = generations.current().map(Generations.Current::manifest);
    manifest.ifPresent(current -> files.fetch(current.files()));
    return manifest;
  }

  /**
   * Publishes the generation that this change makes of the current one.
   *
   * @param kind what vectors the index holds, and whether to begin anew
   * @return the manifest that was published
   */
  public IndexManifest publish(IndexKind kind, IndexChange change) {
    boolean anew = kind.anew();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Base base = base(kind, anew);
      IndexManifest next = build(kind, base, change);
      if (generations.advance(base.pointer(), next)) {
        return next;
      }
      anew = false;
    }
    throw new IllegalStateException("Lost " + ATTEMPTS + " races for the index in a row");
  }

  /** What the next generation is built upon. */
  private record Base(
      Optional<ObjectVersion> pointer, long generation, Optional<IndexManifest> onto) {}

  private Base base(IndexKind kind, boolean anew) {
    try {
      Optional<Generations.Current> current = generations.current();
      Optional<IndexManifest> manifest = current.map(Generations.Current::manifest);
      return new Base(
          current.map(Generations.Current::pointer),
          manifest.map(IndexManifest::generation).orElse(0L),
          anew ? Optional.empty() : manifest.filter(kind::continues));
    } catch (DamagedIndexException e) {
      // What cannot be read cannot be built upon; numbers go on from the clock, so that they still
      // only grow.
      return new Base(generations.pointerVersion(), clock.millis(), Optional.empty());
    }
  }

  private IndexManifest build(IndexKind kind, Base base, IndexChange change) {
    Path scratch = scratch();
    try (Directory contents = contents(base);
        GenerationDirectory directory =
            new GenerationDirectory(
                contents,
                base.onto().map(IndexManifest::files).orElse(List.of()),
                new NIOFSDirectory(scratch))) {
      List<IndexedDocument> documents = write(kind, base, change, directory);
      String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
      return new IndexManifest(
          PassageSchema.VERSION,
          base.onto().map(IndexManifest::lineage).orElse(id),
          base.generation() + 1,
          id,
          clock.instant(),
          kind.embedder(),
          upload(directory, scratch),
          documents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deleteAll(scratch);
    }
  }

  private Directory contents(Base base) throws IOException {
    if (base.onto().isEmpty()) {
      return new ByteBuffersDirectory();
    }
    files.fetch(base.onto().get().files());
    return files.open();
  }

  private static List<IndexedDocument> write(
      IndexKind kind, Base base, IndexChange change, Directory directory) throws IOException {
    try (PassageWriter writer = new PassageWriter(directory, kind.dimensions())) {
      List<IndexedDocument> current = base.onto().map(IndexManifest::documents).orElse(List.of());
      List<IndexedDocument> documents =
          change.apply(
              current,
              new IndexChange.Passages() {
                @Override
                public void replace(
                    Document document, List<Passage> passages, List<float[]> vectors) {
                  writer.replace(document, passages, vectors);
                }

                @Override
                public void remove(String document) {
                  writer.remove(document);
                }
              });
      writer.commit();
      return documents.stream()
          .sorted(Comparator.comparing(entry -> entry.document().key()))
          .toList();
    }
  }

  private List<IndexFile> upload(GenerationDirectory directory, Path scratch) throws IOException {
    List<IndexFile> all = new ArrayList<>();
    for (String name : SegmentInfos.readLatestCommit(directory).files(true)) {
      Optional<IndexFile> published = directory.published(name);
      if (published.isPresent()) {
        all.add(published.get());
      } else {
        IndexFile added = describe(name, scratch.resolve(name));
        store.put(IndexLayout.file(added.sha256()), ObjectBody.of(scratch.resolve(name)));
        all.add(added);
      }
    }
    all.sort(Comparator.comparing(IndexFile::name));
    return all;
  }

  private static IndexFile describe(String name, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new IndexFile(name, Sha256.of(in), Files.size(file));
    }
  }

  private Path scratch() {
    try {
      Files.createDirectories(work);
      return Files.createTempDirectory(work, "writing-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteAll(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
