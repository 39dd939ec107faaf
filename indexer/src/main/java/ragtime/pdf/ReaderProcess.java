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
  private static final int OUT_OF_MEMORY = 3;

  private final Process process;
  private final DataOutputStream requests;
  private final DataInputStream answers;
  private final ReaderLimits limits;
  private volatile long deadline = Long.MAX_VALUE;
  private volatile boolean late;
  private boolean used;

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

  /** Whether it has answered before, and so was able to start. */
  boolean isProven() {
    return used;
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
      ReadResult result = Wire.read(kind, answers);
      used = true;
      return result;
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
    close();
    if (late) {
      return new ReadResult.Failed(FailureReason.TIMEOUT, "It took too long to read");
    }
    int exit = exitCode();
    return exit == OUT_OF_MEMORY || exit == 128 + 9
        ? new ReadResult.Failed(FailureReason.OUT_OF_MEMORY, "It took too much memory to read")
        : new ReadResult.Failed(FailureReason.DAMAGED, "Its reader ended with " + exit);
  }

  private int exitCode() {
    try {
      return process.waitFor(5, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
