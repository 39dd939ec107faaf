package ragtime.aws;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import ragtime.index.IndexUnderFaults;
import ragtime.store.ObjectStore;

/** The same with what S3 itself does wrong, and lines that break. */
class IndexUnderFaultsOnS3Test extends IndexUnderFaults {

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  @AfterEach
  void stop() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  @Override
  protected ObjectStore unreliable(long seed) throws Exception {
    var faults = new Random(seed);
    var cuts = new Random(seed + 1);
    var s3 = new EmbeddedS3(() -> S3Fault.any(faults));
    open.push(s3);
    var line = new CuttingLine(s3.endpoint(), () -> cuts.nextInt(100) < 2);
    open.push(line);
    return new S3Store(
        EmbeddedS3.client(line.uri(), Duration.ofMillis(500)),
        S3Location.of("s3://" + EmbeddedS3.BUCKET + "/p"),
        time -> Thread.yield());
  }
}
