package ragtime.index;

import java.io.IOException;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;

/**
 * How segments are merged, so that what a small change costs stays small. What a publication merges
 * it also uploads, and every replica downloads.
 *
 * <p>Segments are few, for a search asks each of them; but no merge makes more than a quarter of an
 * index, so that none rewrites it as a whole. Only where a third of a segment is deleted is it
 * written anew. Small segments are not padded to a size that makes merging them with large ones
 * look cheap. Compound files: a publication uploads, and a cold reader opens, few of them.
 */
final class Merging {

  private static final double MEGA = 1 << 20;
  private static final double FLOOR_MB = 1;
  private static final double SEGMENTS = 6;
  private static final double DELETED_PERCENT = 33;

  /** A part of the whole, but not so small that there would be many, nor too large to send. */
  private static final double LARGEST_PART = 0.25;

  private static final double SMALLEST_LIMIT_MB = 32;
  private static final double LARGEST_LIMIT_MB = 1024;

  private Merging() {}

  /** For an index as large as this one is now; a new one may become large. */
  static MergePolicy of(Directory directory) throws IOException {
    double size = 0;
    for (String file : directory.listAll()) {
      size += directory.fileLength(file) / MEGA;
    }
    double limit = size == 0 ? LARGEST_LIMIT_MB : size * LARGEST_PART;
    var merging = new TieredMergePolicy();
    merging.setNoCFSRatio(1);
    merging.setFloorSegmentMB(FLOOR_MB);
    merging.setSegmentsPerTier(SEGMENTS);
    merging.setDeletesPctAllowed(DELETED_PERCENT);
    merging.setMaxMergedSegmentMB(Math.clamp(limit, SMALLEST_LIMIT_MB, LARGEST_LIMIT_MB));
    return merging;
  }
}
