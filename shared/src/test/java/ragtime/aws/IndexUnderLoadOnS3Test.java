package ragtime.aws;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import ragtime.index.IndexUnderLoad;
import ragtime.store.ObjectStore;

class IndexUnderLoadOnS3Test extends IndexUnderLoad {

  private static final AtomicInteger STORES = new AtomicInteger();
  private static EmbeddedS3 s3;

  @BeforeAll
  static void start() throws Exception {
    s3 = new EmbeddedS3();
  }

  @AfterAll
  static void stop() throws Exception {
    s3.close();
  }

  @Override
  protected ObjectStore newStore() {
    return s3.store("loaded-" + STORES.incrementAndGet());
  }
}
