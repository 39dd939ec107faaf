package ragtime.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import ragtime.library.Box;
import ragtime.library.FailureReason;

/**
 * Draws pages as PNG, each in a process of its own with little memory and time, since a page can
 * make any renderer run out of both. Safe for use by many threads; a few are drawn at once.
 */
public final class PagePainter {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int HEAP_MEGABYTES = 320;
  private static final int MOST_BYTES = 12 << 20;

  private final Semaphore free;
  private final Duration timeout;

  /** Draws at most so many pages at once. */
  public PagePainter(int atOnce) {
    this(atOnce, TIMEOUT);
  }

  PagePainter(int atOnce, Duration timeout) {
    this.free = new Semaphore(atOnce);
    this.timeout = timeout;
  }

  /**
   * Draws a page of a file, with these lines highlighted. Throws {@link UncheckedIOException} only
   * when no process can be started, never because of the file.
   */
  public PagePicture paint(Path file, int page, List<Box> lines) {
    free.acquireUninterruptibly();
    try {
      return paint(
          ReaderCommand.start(PictureMain.class, HEAP_MEGABYTES, arguments(file, page, lines)));
    } catch (IOException e) {
      throw new UncheckedIOException("No process could be started to draw a page", e);
    } finally {
      free.release();
    }
  }

  private static List<String> arguments(Path file, int page, List<Box> lines) {
    List<String> arguments = new ArrayList<>();
    arguments.add(file.toAbsolutePath().toString());
    arguments.add(Integer.toString(page));
    for (Box box : lines) {
      arguments.add(box.left() + "," + box.top() + "," + box.width() + "," + box.height());
    }
    return arguments;
  }

  private PagePicture paint(Process process) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    Thread reading = Thread.ofVirtual().start(() -> read(process.getInputStream(), png));
    try {
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        return new PagePicture.Failed(FailureReason.TIMEOUT);
      }
      reading.join();
      return outcome(process.exitValue(), png.toByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new PagePicture.Failed(FailureReason.TIMEOUT);
    } finally {
      process.destroyForcibly();
    }
  }

  private static PagePicture outcome(int exit, byte[] png) {
    if (exit == 0 && png.length > 0 && png.length <= MOST_BYTES) {
      return new PagePicture.Drawn(png);
    }
    return new PagePicture.Failed(
        exit == ReaderProcess.OUT_OF_MEMORY || exit == ReaderProcess.KILLED
            ? FailureReason.OUT_OF_MEMORY
            : PictureMain.reason(exit));
  }

  private static void read(InputStream from, ByteArrayOutputStream to) {
    try (from) {
      to.writeBytes(from.readNBytes(MOST_BYTES + 1));
    } catch (IOException e) {
      // The process was ended; what it wrote counts for nothing.
      to.reset();
    }
  }
}
