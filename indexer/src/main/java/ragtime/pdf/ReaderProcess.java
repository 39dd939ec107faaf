package ragtime.pdf;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import ragtime.library.FailureReason;

/** One child process, and the document it is reading. */
final class ReaderProcess implements AutoCloseable {
  /** The JVM's own exit code for -XX:+ExitOnOutOfMemoryError. */
  static final int OUT_OF_MEMORY = 3;

  /** What the system's killer leaves when memory runs out outside of the heap. */
  static final int KILLED = 128 + 9;

  private final Process process;
  private final DataOutputStream requests;
  private final DataInputStream answers;
  private final ReaderLimits limits;
  private volatile long deadline = Long.MAX_VALUE;
  private volatile boolean late;
  private boolean crashed;

  ReaderProcess(ReaderLimits limits) throws IOException {
    this.limits = limits;
    process = ReaderCommand.start(limits);
    requests = new DataOutputStream(process.getOutputStream());
    answers = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
  }

  /** Whether it may be given another document. */
  boolean isSound() {
    return process.isAlive() && !late;
  }

  /** Whether it ended for no reason that lies in the limits. */
  boolean hasCrashed() {
    return crashed;
  }

  /** Reads a file; the process may be dead afterwards. */
  ReadResult read(Path file) {
    deadline = System.nanoTime() + limits.timeout().toNanos();
    try {
      Wire.writeString(file.toAbsolutePath().toString(), requests);
      requests.flush();
      int kind = answers.readByte();
      while (kind == Wire.STEP) {
        deadline += limits.timeoutPerPage().toNanos();
        kind = answers.readByte();
      }
      return Wire.read(kind, answers);
    } catch (IOException | IllegalArgumentException e) {
      return causeOfDeath();
    } finally {
      deadline = Long.MAX_VALUE;
    }
  }

  /** Kills the process if its document has taken too long. */
  void killIfLate(long now) {
    if (deadline != Long.MAX_VALUE && now - deadline > 0) {
      late = true;
      process.destroyForcibly();
    }
  }

  private ReadResult causeOfDeath() {
    if (late) {
      return new ReadResult.Failed(FailureReason.TIMEOUT, "It took too long to read");
    }
    int exit = exitCode();
    if (exit == OUT_OF_MEMORY || exit == KILLED) {
      return new ReadResult.Failed(FailureReason.OUT_OF_MEMORY, "It took too much memory to read");
    }
    crashed = true;
    return new ReadResult.Failed(FailureReason.DAMAGED, "Its reader ended with " + exit);
  }

  private int exitCode() {
    try {
      if (process.waitFor(5, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
    return -1;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
