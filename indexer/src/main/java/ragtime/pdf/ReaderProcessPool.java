package ragtime.pdf;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads PDFs in child processes, since a PDF can make any parser run out of time, memory or stack.
 * A process that fails is replaced; the documents before and after it know nothing of it. Processes
 * start when they are first needed.
 */
public final class ReaderProcessPool implements PdfReader {
  private static final long WATCH_MILLIS = 50;

  private final ReaderLimits limits;
  private final BlockingQueue<Slot> idle = new LinkedBlockingQueue<>();
  private final CopyOnWriteArrayList<ReaderProcess> running = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService watch;
  private volatile boolean closed;

  /** A place for a process. */
  private static final class Slot {
    private @Nullable ReaderProcess process;
    private boolean crashed;
  }

  /** A pool of so many processes at most. */
  public ReaderProcessPool(int processes, ReaderLimits limits) {
    this.limits = limits;
    for (int i = 0; i < processes; i++) {
      idle.add(new Slot());
    }
    watch =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("pdf-reader-watch").factory());
    var unused =
        watch.scheduleWithFixedDelay(
            this::killLate, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public ReadResult read(Path file) {
    Slot slot;
    try {
      slot = idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("Reading was interrupted"));
    }
    try {
      ReadResult result = readIn(slot, file);
      // A process may end for reasons of its own, such as an update of the JVM: try once more.
      result = slot.crashed && !closed ? readIn(slot, file) : result;
      if (closed) {
        throw new ClosedChannelException(); // its process was killed: the file is not at fault
      }
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException("No reader process is there", e);
    } finally {
      idle.add(slot);
    }
  }

  private ReadResult readIn(Slot slot, Path file) throws IOException {
    ReaderProcess process = soundProcess(slot);
    ReadResult result = process.read(file);
    slot.crashed = process.hasCrashed();
    if (slot.crashed || !process.isSound()) {
      discard(slot);
    }
    return result;
  }

  private ReaderProcess soundProcess(Slot slot) throws IOException {
    ReaderProcess process = slot.process;
    if (process != null && process.isSound()) {
      return process;
    }
    discard(slot);
    process = new ReaderProcess(limits);
    slot.process = process;
    running.add(process);
    return process;
  }

  private void discard(Slot slot) {
    ReaderProcess process = slot.process;
    if (process != null) {
      slot.process = null;
      running.remove(process);
      process.close();
    }
  }

  private void killLate() {
    long now = System.nanoTime();
    for (ReaderProcess process : running) {
      process.killIfLate(now);
    }
  }

  /** Ends all processes; reading ends with an exception. */
  @Override
  public void close() {
    closed = true;
    watch.shutdownNow();
    running.forEach(ReaderProcess::close);
  }
}
