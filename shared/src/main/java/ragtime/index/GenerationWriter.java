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
import ragtime.library.Document;
import ragtime.library.Passage;
import ragtime.library.Sha256;
import ragtime.store.ObjectBody;
import ragtime.store.PatientStore;

/** Makes the next generation out of one and a change, and uploads the files that are new in it. */
final class GenerationWriter {

  private static final Lanes UPLOADS = new Lanes(6);

  private final PatientStore store;
  private final LocalFiles files;
  private final Path work;
  private final Clock clock;

  GenerationWriter(PatientStore store, LocalFiles files, Path work, Clock clock) {
    this.store = store;
    this.files = files;
    this.work = work;
    this.clock = clock;
  }

  /** A new name for a generation, whatever its number. */
  static String newId() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
  }

  /**
   * Makes a generation whose files are all in the store, and which nothing names yet.
   *
   * @param base what to build upon; nothing for a new lineage
   * @param number its number
   */
  IndexManifest write(
      IndexKind kind, Optional<IndexManifest> base, long number, IndexChange change) {
    Path scratch = scratch();
    try (Directory contents = contents(base);
        GenerationDirectory directory =
            new GenerationDirectory(
                contents,
                base.map(IndexManifest::files).orElse(List.of()),
                LuceneFolder.open(scratch))) {
      List<IndexedDocument> documents = apply(kind, base, change, directory);
      String id = newId();
      return new IndexManifest(
          PassageSchema.VERSION,
          base.map(IndexManifest::lineage).orElse(id),
          number,
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

  private Directory contents(Optional<IndexManifest> base) throws IOException {
    if (base.isEmpty()) {
      return new ByteBuffersDirectory();
    }
    files.fetch(base.get().files());
    return files.open();
  }

  private static List<IndexedDocument> apply(
      IndexKind kind, Optional<IndexManifest> base, IndexChange change, Directory directory)
      throws IOException {
    try (PassageWriter writer = new PassageWriter(directory, kind.dimensions())) {
      List<IndexedDocument> current = base.map(IndexManifest::documents).orElse(List.of());
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
    List<IndexFile> added = new ArrayList<>();
    for (String name : SegmentInfos.readLatestCommit(directory).files(true)) {
      Optional<IndexFile> published = directory.published(name);
      if (published.isEmpty()) {
        added.add(describe(name, scratch.resolve(name)));
      }
      all.add(published.orElseGet(added::getLast));
    }
    UPLOADS.each(
        added,
        file ->
            store.put(
                IndexLayout.file(file.sha256()), ObjectBody.of(scratch.resolve(file.name()))));
    added.forEach(file -> files.adopt(file, scratch.resolve(file.name())));
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
