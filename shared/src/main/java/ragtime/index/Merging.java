package ragtime.index;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;

/**
 * How segments are merged, so that what a small change costs stays small. What a publication merges
 * it also uploads, and every replica downloads.
 *
 * <p>Segments are few, for a search asks each of them; but no merge makes more than four times what
 * a publication changes, a little of the index at least and a quarter at most, so that a small
 * change hardly ever moves much: only when small changes have left many segments behind does one of
 * them merge as a large one may, and where a third of a segment is deleted it is written anew.
 * Small segments are not padded to a size that makes merging them with large ones look cheap.
 * Compound files: a publication uploads, and a cold reader opens, few of them.
 */
final class Merging {

  private static final double MEGA = 1 << 20;
  private static final double FLOOR_MB = 1;
  private static final double SEGMENTS = 6;
  private static final double DELETED_PERCENT = 33;

  /** What a change may merge, in terms of what it writes. */
  private static final double TIMES_WRITTEN = 4;

  /** A part of the whole, but not so small that there would be many, nor too large to send. */
  private static final double SMALLEST_PART = 0.015;

  private static final double LARGEST_PART = 0.25;
  private static final double SMALLEST_LIMIT_MB = 3;
  private static final double LARGEST_LIMIT_MB = 1024;
  private static final int MANY_SEGMENTS = 32;

  private final TieredMergePolicy policy = new TieredMergePolicy();
  private final double size;
  private final boolean overdue;

  private Merging(double size, int segments) {
    this.size = size;
    this.overdue = segments > MANY_SEGMENTS;
    policy.setNoCFSRatio(1);
    policy.setFloorSegmentMB(FLOOR_MB);
    policy.setSegmentsPerTier(SEGMENTS);
    policy.setDeletesPctAllowed(DELETED_PERCENT);
    limit(1);
  }

  /** For an index as large as this one is now; a new one may become large. */
  static Merging of(Directory directory) throws IOException {
    double size = 0;
    for (String file : directory.listAll()) {
      size += directory.fileLength(file) / MEGA;
    }
    boolean anew = !DirectoryReader.indexExists(directory);
    return new Merging(size, anew ? 0 : SegmentInfos.readLatestCommit(directory).size());
  }

  MergePolicy policy() {
    return policy;
  }

  /**
   * What may be merged from now on.
   *
   * @param share how much of the index is new since it was opened, from 0 to 1
   */
  void limit(double share) {
    double part =
        overdue ? LARGEST_PART : Math.clamp(share * TIMES_WRITTEN, SMALLEST_PART, LARGEST_PART);
    policy.setMaxMergedSegmentMB(
        size == 0
            ? LARGEST_LIMIT_MB
            : Math.clamp(size * part, SMALLEST_LIMIT_MB, LARGEST_LIMIT_MB));
  }
}
