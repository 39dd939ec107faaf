package ragtime.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ragtime.library.Box;
import ragtime.library.Document;
import ragtime.library.Passage;

class MergingTest {
  private static final int PASSAGES = 300;
  private static final int DIMENSIONS = 1_024;
  private static final int CHANGES = 20;

  private final Random random = new Random(7);

  @ParameterizedTest
  @CsvSource({
    "0,1,1024",
    "0,0.001,1024",
    "8,1,3",
    "400,1,100",
    "400,0.0001,6",
    "400,0.05,80",
    "2000,0.3,500",
    "100000,1,1024"
  })
  void aChangeMergesNoMoreThanBefitsIt(long megabytes, double share, double most)
      throws IOException {
    try (Directory directory = sized(megabytes << 20)) {
      Merging merging = Merging.of(directory);
      merging.limit(share);
      assertThat(((TieredMergePolicy) merging.policy()).getMaxMergedSegmentMB()).isEqualTo(most);
    }
  }

  /**
   * What is merged when everything is committed already is lost, and merged again the next time.
   */
  @Test
  void whatIsMergedIsCommitted() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      long largest = 0;
      for (int i = 0; i < CHANGES; i++) {
        try (PassageWriter writer = new PassageWriter(directory, Optional.of(DIMENSIONS))) {
          write(writer, i);
          writer.commit();
          Set<String> there = new TreeSet<>(List.of(directory.listAll()));
          there.remove(IndexWriter.WRITE_LOCK_NAME);
          assertThat(there)
              .as("change %d", i)
              .hasSameElementsAs(SegmentInfos.readLatestCommit(directory).files(true));
        }
        SegmentInfos segments = SegmentInfos.readLatestCommit(directory);
        assertThat(segments.size()).as("segments after change %d", i).isLessThan(CHANGES);
        for (SegmentCommitInfo segment : segments) {
          largest = Math.max(largest, segment.info.maxDoc());
        }
      }
      assertThat(largest).as("merges took place").isGreaterThan(3 * PASSAGES);
    }
  }

  private void write(PassageWriter writer, int number) {
    Document document =
        new Document(
            "d" + number + ".pdf", "%064x".formatted(number), "T", PASSAGES, Optional.empty());
    List<Passage> passages =
        IntStream.range(0, PASSAGES)
            .mapToObj(
                i ->
                    new Passage(
                        document.key(), i + 1, i, List.of(), "Heron " + i, new Box(0, 0, 1, 1)))
            .toList();
    List<float[]> vectors = passages.stream().map(passage -> vector()).toList();
    writer.replace(document, passages, vectors);
  }

  private float[] vector() {
    float[] vector = new float[DIMENSIONS];
    double square = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) random.nextGaussian();
      square += vector[i] * vector[i];
    }
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
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
