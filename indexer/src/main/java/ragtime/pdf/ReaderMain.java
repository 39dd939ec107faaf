package ragtime.pdf;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import ragtime.library.FailureReason;

/**
 * The process that reads PDFs for a {@link ReaderProcessPool}: takes file names on standard input,
 * answers on standard output, and ends with its parent.
 */
final class ReaderMain {
  private ReaderMain() {}

  /** Takes the limits as arguments: bytes, pages, characters. */
  public static void main(String[] args) throws IOException, InterruptedException {
    DataInputStream in = new DataInputStream(System.in);
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out, 1 << 16));
    System.setOut(System.err);
    BlockingQueue<Path> requests = new LinkedBlockingQueue<>();
    Thread listener = new Thread(() -> listen(in, requests), "requests");
    listener.setDaemon(true);
    listener.start();
    ReaderLimits limits =
        new ReaderLimits(
            Long.parseLong(args[0]),
            Integer.parseInt(args[1]),
            Long.parseLong(args[2]),
            Duration.ofDays(1),
            Duration.ZERO,
            Integer.MAX_VALUE);
    OwnFonts.install();
    DocumentReader reader = new DocumentReader(limits, () -> step(out));
    boolean sound = true;
    while (sound) {
      ReadResult result;
      try {
        result = reader.read(requests.take());
      } catch (StackOverflowError | LinkageError e) {
        // Who knows what was left half done: another process goes on.
        sound = false;
        result = new ReadResult.Failed(FailureReason.DAMAGED, e.getClass().getSimpleName());
      }
      Wire.write(result, out);
      out.flush();
    }
  }

  private static void listen(DataInputStream in, BlockingQueue<Path> requests) {
    try {
      while (true) {
        requests.add(Path.of(Wire.readString(in)));
      }
    } catch (IOException | InvalidPathException e) {
      // The parent is gone, wants no more, or names what cannot be here: whatever is being read is
      // of no use to anyone.
      Runtime.getRuntime().halt(0);
    }
  }

  private static void step(DataOutputStream out) {
    try {
      out.writeByte(Wire.STEP);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
