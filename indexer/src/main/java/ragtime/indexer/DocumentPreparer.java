package ragtime.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import ragtime.index.IndexChange;
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
 * Reads, splits and embeds documents, several at once, each only if its content was not done
 * before.
 */
final class DocumentPreparer {

  /** What stands for the content of a document that could not even be copied. */
  private static final String NO_CONTENT = "0".repeat(64);

  private final ObjectStore library;
  private final PassageCache cache;
  private final PdfReader reader;
  private final int readers;
  private final Optional<Embedder> embedder;
  private final Path work;
  private final PassageSplitter splitter = new PassageSplitter();

  DocumentPreparer(
      ObjectStore library,
      PassageCache cache,
      PdfReader reader,
      int readers,
      Optional<Embedder> embedder,
      Path work) {
    this.library = library;
    this.cache = cache;
    this.reader = reader;
    this.readers = readers;
    this.embedder = embedder;
    this.work = work;
  }

  /** Names how documents are read, split and embedded. */
  String recipe() {
    return PassageCodec.RECIPE + embedder.map(model -> "+" + model.id()).orElse("");
  }

  /**
   * Prepares these documents, and leaves out those that vanished meanwhile.
   *
   * @param again whether to read also what was read before
   */
  List<PreparedDocument> prepare(List<ObjectInfo> pdfs, boolean again, IndexProgress progress) {
    if (pdfs.isEmpty()) {
      return List.of();
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(readers)) {
      Files.createDirectories(work);
      List<Future<Optional<PreparedDocument>>> running = new ArrayList<>();
      for (ObjectInfo pdf : pdfs) {
        running.add(threads.submit(() -> prepare(pdf, again, progress)));
      }
      try {
        List<PreparedDocument> done = new ArrayList<>();
        for (Future<Optional<PreparedDocument>> each : running) {
          each.get().ifPresent(done::add);
        }
        return done;
      } finally {
        threads.shutdownNow();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while reading", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Puts a prepared document's passages into the index, or takes out those of one that failed. */
  void write(PreparedDocument prepared, IndexChange.Passages passages) {
    IndexedDocument entry = prepared.entry();
    Document document = entry.document();
    if (entry.failure().isPresent()) {
      passages.remove(document.key());
      return;
    }
    List<Passage> texts =
        cache
            .document(document.contentHash(), document.key())
            .orElseThrow(() -> lost(document))
            .passages();
    List<float[]> vectors =
        embedder
            .map(
                model ->
                    cache
                        .vectors(document.contentHash(), model, texts.size())
                        .orElseThrow(() -> lost(document)))
            .orElse(List.of());
    passages.replace(document, texts, vectors);
  }

  private static StoreException lost(Document document) {
    return new StoreException(
        StoreException.Kind.UNAVAILABLE,
        "What was just read of " + document.contentHash() + " cannot be read back; run it again",
        null);
  }

  private Optional<PreparedDocument> prepare(
      ObjectInfo pdf, boolean again, IndexProgress progress) {
    long started = System.nanoTime();
    Optional<IndexedDocument> entry = entry(pdf, again);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    PreparedDocument prepared = new PreparedDocument(entry.get(), took);
    synchronized (this) {
      progress.finished(prepared.report(), pdf.length());
    }
    return Optional.of(prepared);
  }

  private Optional<IndexedDocument> entry(ObjectInfo pdf, boolean again) {
    if (pdf.length() > ReaderLimits.DEFAULT.maxFileBytes()) {
      return Optional.of(failed(pdf, NO_CONTENT, FailureReason.TOO_LARGE));
    }
    try (Snapshot snapshot = Snapshot.of(library, pdf.key(), work).orElse(null)) {
      if (snapshot == null) {
        return Optional.empty();
      }
      return Optional.of(entry(pdf, snapshot, again));
    } catch (StoreException e) {
      if (e.kind() != StoreException.Kind.DENIED) {
        throw e;
      }
      return Optional.of(failed(pdf, NO_CONTENT, FailureReason.DAMAGED));
    }
  }

  private IndexedDocument entry(ObjectInfo pdf, Snapshot snapshot, boolean again) {
    String hash = snapshot.contentHash();
    Optional<SplitDocument> known = again ? Optional.empty() : cache.document(hash, pdf.key());
    if (known.isPresent()) {
      return indexed(pdf, hash, known.get());
    }
    return switch (reader.read(snapshot.file())) {
      case ReadResult.Failed failed -> failed(pdf, hash, failed.reason());
      case ReadResult.Pages pages -> {
        SplitDocument read =
            new SplitDocument(
                pages.title(), pages.pages().size(), splitter.split(pdf.key(), pages.pages()));
        cache.keep(hash, read);
        yield indexed(pdf, hash, read);
      }
    };
  }

  private void embed(String hash, SplitDocument read) {
    if (embedder.isEmpty()) {
      return;
    }
    Embedder model = embedder.get();
    List<String> texts = read.passages().stream().map(Passage::text).toList();
    if (cache.vectors(hash, model, texts.size()).isEmpty()) {
      cache.keep(hash, model, model.embed(texts, Embedder.Purpose.PASSAGE));
    }
  }

  private IndexedDocument indexed(ObjectInfo pdf, String hash, SplitDocument read) {
    embed(hash, read);
    String title = read.title().orElseGet(() -> DocumentNames.title(pdf.key()));
    return new IndexedDocument(
        new Document(pdf.key(), hash, title, read.pages(), DocumentNames.channel(pdf.key())),
        pdf.version().token(),
        recipe(),
        read.passages().size(),
        Optional.empty());
  }

  private IndexedDocument failed(ObjectInfo pdf, String hash, FailureReason reason) {
    return new IndexedDocument(
        new Document(
            pdf.key(), hash, DocumentNames.title(pdf.key()), 0, DocumentNames.channel(pdf.key())),
        pdf.version().token(),
        recipe(),
        0,
        Optional.of(reason));
  }
}
