package ragtime.local;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import ragtime.indexer.DocumentReport;
import ragtime.indexer.IndexProgress;

/**
 * Shows on a terminal how an indexing run goes on: a bar of bytes with time left, documents and
 * pages a second. Where there is no terminal, a line every few seconds.
 */
public final class TerminalProgress implements IndexProgress, AutoCloseable {

  private static final long LINE_EVERY = TimeUnit.SECONDS.toNanos(5);

  private final PrintStream err;
  private final boolean terminal = System.console() != null && System.console().isTerminal();
  private @Nullable ProgressBar bar;
  private long startedAt;
  private long lastLine;
  private int documents;
  private int done;
  private int pages;

  /** Shows it here. */
  public TerminalProgress(PrintStream err) {
    this.err = err;
  }

  @Override
  public void started(int documents, long bytes) {
    this.documents = documents;
    this.startedAt = System.nanoTime();
    this.lastLine = startedAt;
    if (terminal && documents > 0) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("Reading")
              .setInitialMax(bytes)
              .setUnit(" MB", 1 << 20)
              .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
              .setUpdateIntervalMillis(200)
              .setConsumer(new ConsoleProgressBarConsumer(err))
              .build();
    }
  }

  @Override
  public void finished(DocumentReport report, long bytes) {
    done++;
    pages += report.pages();
    if (bar != null) {
      bar.stepBy(bytes);
      bar.setExtraMessage(" " + state());
    } else if (System.nanoTime() - lastLine > LINE_EVERY) {
      lastLine = System.nanoTime();
      err.println("Reading: " + state());
    }
  }

  @Override
  public void publishing() {
    close();
    if (documents > 0) {
      err.println("Read " + state() + "; building the index");
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  private String state() {
    double seconds = Math.max(0.001, (System.nanoTime() - startedAt) / 1e9);
    return String.format(
        Locale.ROOT,
        "%,d/%,d documents, %,d pages, %,.0f pages/s",
        done,
        documents,
        pages,
        pages / seconds);
  }
}
