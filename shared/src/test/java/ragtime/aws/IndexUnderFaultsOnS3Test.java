package ragtime.aws;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import ragtime.index.IndexUnderFaults;
import ragtime.store.ObjectStore;

/** The same with what S3 itself does wrong, and lines that break. */
class IndexUnderFaultsOnS3Test extends IndexUnderFaults {

  private EmbeddedS3 s3;
  private CuttingLine line;

  @AfterEach
  void stop() throws Exception {
    line.close();
    s3.close();
  }

  @Override
  protected ObjectStore unreliable(long seed) throws Exception {
    var faults = new Random(seed);
    var cuts = new Random(seed + 1);
    s3 = new EmbeddedS3(() -> S3Fault.any(faults));
    line = new CuttingLine(s3.endpoint(), () -> cuts.nextInt(100) < 2);
    return new S3Store(
        EmbeddedS3.client(line.uri(), Duration.ofMillis(500)),
        S3Location.of("s3://" + EmbeddedS3.BUCKET + "/p"),
        time -> Thread.yield());
  }
}
