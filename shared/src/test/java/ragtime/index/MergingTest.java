package ragtime.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergingTest {

  @ParameterizedTest
  @CsvSource({"0,1024", "8,32", "400,100", "2000,500", "100000,1024"})
  void noMergeMakesMoreThanAQuarterOfAnIndex(long megabytes, double most) throws IOException {
    try (Directory directory = sized(megabytes << 20)) {
      var policy = (TieredMergePolicy) Merging.of(directory);

      assertThat(policy.getMaxMergedSegmentMB()).isEqualTo(most);
    }
  }

  /** A directory that says it has a file of this length, or no file. */
  private static Directory sized(long bytes) {
    return new FilterDirectory(new ByteBuffersDirectory()) {
      @Override
      public String[] listAll() {
        return bytes == 0 ? new String[0] : new String[] {"_0.cfs"};
      }

      @Override
      public long fileLength(String name) {
        return bytes;
      }
    };
  }
}
