package ragtime.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import ragtime.library.Document;
import ragtime.library.Passage;

/**
 * Writes the passages of documents into a Lucene index, new or existing. What was not committed
 * when it is closed is forgotten. The directory stays open: it belongs to whoever made it. Throws
 * {@link UncheckedIOException} when the directory fails, of several documents maybe only when they
 * are committed.
 *
 * <p>The graph of vectors grows as documents are written, which is nearly all that writing costs;
 * so where there are many, all processors write, each a segment of its own. Where there are few,
 * one segment is worth more: each is searched, and merged one day.
 */
final class PassageWriter implements AutoCloseable {
  private static final int MANY = 10_000;

  private final PassageAnalyzer analyzer = new PassageAnalyzer();
  private final IndexWriter writer;
  private final Merging merging;
  private final Optional<Integer> vectorDimensions;
  private final WritingThreads threads = new WritingThreads();
  private int vectorsWritten;
  private int passagesWritten;

  PassageWriter(Directory directory, Optional<Integer> vectorDimensions) {
    this.vectorDimensions = vectorDimensions;
    var config = new IndexWriterConfig(analyzer);
    config.setMergeScheduler(new SerialMergeScheduler());
    config.setUseCompoundFile(true);
    config.setCommitOnClose(false);
    config.setRAMBufferSizeMB(bufferMegabytes());
    try {
      merging = Merging.of(directory);
      config.setMergePolicy(merging.policy());
      writer = new IndexWriter(directory, config);
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be written", e);
    }
  }

  /**
   * Puts a document's passages in the place of all it had before.
   *
   * @param vectors one for each passage, of unit length, or none at all: then they are found by
   *     their words alone
   */
  void replace(Document document, List<Passage> passages, List<float[]> vectors) {
    if (!vectors.isEmpty() && vectors.size() != passages.size()) {
      throw new IllegalArgumentException(
          vectors.size() + " vectors for " + passages.size() + " passages");
    }
    vectors.forEach(this::checked);
    if (vectorsWritten < MANY) {
      write(document, passages, vectors);
    } else {
      threads.run(() -> write(document, passages, vectors));
    }
    vectorsWritten += vectors.size();
    passagesWritten += passages.size();
  }

  private void write(Document document, List<Passage> passages, List<float[]> vectors) {
    var entries = PassageSchema.entries(document, passages, vectors, analyzer);
    try {
      writer.updateDocuments(of(document.key()), entries);
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be written", e);
    }
  }

  /** Removes a document's passages, if it has any. */
  void remove(String documentKey) {
    threads.await();
    try {
      writer.deleteDocuments(of(documentKey));
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be written", e);
    }
  }

  /**
   * Makes everything so far durable and visible to searchers opened from now on. Merges what is due
   * first: what was merged after a commit would not be in it, and so forgotten.
   */
  void commit() {
    threads.await();
    merging.limit((double) passagesWritten / Math.max(1, writer.getDocStats().numDocs));
    try {
      writer.flush();
      writer.commit();
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be written", e);
    }
  }

  @Override
  public void close() {
    threads.close();
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The index cannot be closed", e);
    }
  }

  /**
   * What is written at a time is never merged, and merging vectors is what costs most: so as much
   * as the heap is good for.
   */
  private static double bufferMegabytes() {
    return Math.clamp(Runtime.getRuntime().maxMemory() / 5 >> 20, 48, 512);
  }

  private float[] checked(float[] vector) {
    if (vector.length != vectorDimensions.orElse(0)) {
      throw new IllegalArgumentException("A vector of " + vector.length + " dimensions");
    }
    return vector;
  }

  private static Term of(String documentKey) {
    return new Term(PassageSchema.DOCUMENT, documentKey);
  }
}
