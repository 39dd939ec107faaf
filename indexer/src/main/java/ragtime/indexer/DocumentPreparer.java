package ragtime.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.index.IndexedDocument;
import ragtime.library.Document;
import ragtime.library.FailureReason;
import ragtime.library.Passage;
import ragtime.model.Embedder;
import ragtime.pdf.PdfReader;
import ragtime.pdf.ReadResult;
import ragtime.pdf.ReaderLimits;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectStore;
import ragtime.store.StoreException;

/**
 * Reads, splits and embeds a document, only if its content was not done before, and keeps what that
 * gave: then it is prepared to be indexed. Safe for use by many threads.
 */
final class DocumentPreparer {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentPreparer.class);

  private final ObjectStore library;
  private final PassageCache cache;
  private final Readings readings;
  private final PdfReader reader;
  private final Recipe recipe;
  private final Path work;
  private final PassageSplitter splitter = new PassageSplitter();

  DocumentPreparer(
      ObjectStore library, ObjectStore index, PdfReader reader, Recipe recipe, Path work) {
    this.library = library;
    this.cache = new PassageCache(index);
    this.readings = new Readings(index, recipe.name());
    this.reader = reader;
    this.recipe = recipe;
    this.work = work;
  }

  /**
   * Prepares a document, or gives nothing if it vanished meanwhile.
   *
   * @param run the run that reads everything again, if this is for one
   */
  Optional<PreparedDocument> prepare(ObjectInfo pdf, Optional<String> run) {
    long started = System.nanoTime();
    Optional<IndexedDocument> entry = entry(pdf, run.isPresent());
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    Optional<PreparedDocument> prepared = entry.map(each -> new PreparedDocument(each, took));
    prepared.ifPresent(each -> readings.keep(each, run));
    return prepared;
  }

  private Optional<IndexedDocument> entry(ObjectInfo pdf, boolean again) {
    String version = pdf.version().token();
    if (pdf.length() > ReaderLimits.DEFAULT.maxFileBytes()) {
      return Optional.of(recipe.failed(pdf.key(), version, FailureReason.TOO_LARGE));
    }
    try {
      Files.createDirectories(work);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (Snapshot snapshot = Snapshot.of(library, pdf.key(), work).orElse(null)) {
      return Optional.ofNullable(snapshot).map(copy -> entry(pdf.key(), copy, again));
    } catch (StoreException e) {
      if (e.kind() != StoreException.Kind.DENIED) {
        throw e;
      }
      return Optional.of(recipe.failed(pdf.key(), version, FailureReason.DAMAGED));
    }
  }

  private IndexedDocument entry(String key, Snapshot snapshot, boolean again) {
    String hash = snapshot.contentHash();
    Optional<SplitDocument> known = again ? Optional.empty() : cache.document(hash, key);
    if (known.isPresent()) {
      return indexed(key, snapshot, known.get());
    }
    return switch (split(key, snapshot.file())) {
      case Split.Failed failed ->
          recipe.failed(key, snapshot.version().token(), hash, failed.reason());
      case Split.Passages passages -> {
        cache.keep(hash, passages.document());
        yield indexed(key, snapshot, passages.document());
      }
    };
  }

  private sealed interface Split {
    record Passages(SplitDocument document) implements Split {}

    record Failed(FailureReason reason) implements Split {}
  }

  /** A document that trips our own code fails alone: it shall not keep the others out. */
  private Split split(String key, Path file) {
    try {
      return switch (reader.read(file)) {
        case ReadResult.Failed failed -> new Split.Failed(failed.reason());
        case ReadResult.Pages pages ->
            new Split.Passages(
                new SplitDocument(
                    pages.title(), pages.pages().size(), splitter.split(key, pages.pages())));
      };
    } catch (UncheckedIOException e) {
      throw e; // the reader is out of order: the document is not at fault
    } catch (RuntimeException e) {
      StackTraceElement[] trace = e.getStackTrace();
      LOG.error(
          "A document trips {} at {}", e.getClass().getName(), trace.length > 0 ? trace[0] : "?");
      return new Split.Failed(FailureReason.DAMAGED);
    }
  }

  private void embed(String hash, SplitDocument read) {
    if (recipe.embedder().isEmpty()) {
      return;
    }
    Embedder model = recipe.embedder().get();
    List<String> texts = read.passages().stream().map(Passage::text).toList();
    if (cache.vectors(hash, model, texts.size()).isEmpty()) {
      cache.keep(hash, model, model.embed(texts, Embedder.Purpose.PASSAGE));
    }
  }

  private IndexedDocument indexed(String key, Snapshot snapshot, SplitDocument read) {
    String hash = snapshot.contentHash();
    embed(hash, read);
    String title = read.title().orElseGet(() -> DocumentNames.title(key));
    return new IndexedDocument(
        new Document(key, hash, title, read.pages(), DocumentNames.channel(key)),
        snapshot.version().token(),
        recipe.name(),
        read.passages().size(),
        Optional.empty());
  }
}
