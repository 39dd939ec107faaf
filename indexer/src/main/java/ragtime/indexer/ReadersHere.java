package ragtime.indexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ragtime.store.ObjectInfo;

/** Reads on this machine, several documents at once. */
final class ReadersHere implements Readers {
  private final DocumentPreparer preparer;
  private final int readers;

  ReadersHere(DocumentPreparer preparer, int readers) {
    this.preparer = preparer;
    this.readers = readers;
  }

  @Override
  public Result read(List<ObjectInfo> pdfs, Optional<String> run, IndexProgress progress) {
    if (pdfs.isEmpty()) {
      return new Result(List.of(), List.of());
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(readers)) {
      List<Future<Optional<PreparedDocument>>> running = new ArrayList<>();
      for (ObjectInfo pdf : pdfs) {
        running.add(threads.submit(() -> read(pdf, run, progress)));
      }
      try {
        List<PreparedDocument> done = new ArrayList<>();
        for (Future<Optional<PreparedDocument>> each : running) {
          each.get().ifPresent(done::add);
        }
        return new Result(done, List.of());
      } finally {
        threads.shutdownNow();
      }
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

  private Optional<PreparedDocument> read(
      ObjectInfo pdf, Optional<String> run, IndexProgress progress) {
    Optional<PreparedDocument> prepared = preparer.prepare(pdf, run);
    synchronized (this) {
      prepared.ifPresent(each -> progress.finished(each.report(), pdf.length()));
    }
    return prepared;
  }
}
