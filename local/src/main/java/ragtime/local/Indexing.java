package ragtime.local;

import java.nio.file.Path;
import java.time.Clock;
import ragtime.indexer.IndexProgress;
import ragtime.indexer.IndexRun;
import ragtime.indexer.LibraryIndexer;
import ragtime.indexer.Scope;
import ragtime.indexer.Upkeep;
import ragtime.pdf.PdfReader;
import ragtime.pdf.ReaderLimits;
import ragtime.pdf.ReaderProcessPool;
import ragtime.provider.Models;
import ragtime.store.ObjectStore;

/**
 * An indexer for a library and an index, with processes that read for it.
 *
 * @param indexer the indexer
 * @param upkeep clears away what the index no longer needs
 * @param reader its reader, which is closed with this
 * @param models its embedder, if the settings name one; closed with this
 */
public record Indexing(LibraryIndexer indexer, Upkeep upkeep, PdfReader reader, Models models)
    implements AutoCloseable {

  /**
   * Reading is bound by the processor: one process for each, and no more than memory is good for.
   */
  private static final int MOST_READERS = 8;

  /** Opens them; throws {@link UsageException} if the library is not there. */
  public static Indexing open(LocalSettings settings, Location library, Location index) {
    ObjectStore pdfs = Stores.openLibrary(library);
    int readers = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_READERS);
    Path work = settings.cache().resolve("indexing");
    Models models = settings.models();
    PdfReader reader = new ReaderProcessPool(readers, ReaderLimits.DEFAULT);
    ObjectStore store = Stores.open(index);
    Clock clock = Clock.systemUTC();
    return new Indexing(
        new LibraryIndexer(pdfs, store, reader, readers, models.embedder(), work, clock),
        new Upkeep(pdfs, store, clock),
        reader,
        models);
  }

  /** Brings the index up to date, and once a day clears away what it no longer needs. */
  public IndexRun run(Scope scope, IndexProgress progress) {
    IndexRun run = indexer.run(scope, progress);
    if (run.published()) {
      upkeep.sweepIfDue();
    }
    return run;
  }

  @Override
  public void close() {
    try (models) {
      reader.close();
    }
  }
}
