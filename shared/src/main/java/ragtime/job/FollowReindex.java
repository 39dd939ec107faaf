package ragtime.job;

import java.time.Instant;
import java.util.Optional;

/**
 * Look how a reindex goes on whose documents are being read elsewhere, and go on with it.
 *
 * @param id unique
 * @param order what was asked for
 * @param started when the reindex began
 * @param lineage the lineage that it builds beside the one that is served, if it does
 * @param documents how many documents were to be read
 * @param outstanding how many of them were not indexed yet when it was last looked at
 * @param pages how many pages of unchanged documents the index had when it began
 * @param moved when that last became fewer
 */
public record FollowReindex(
    String id,
    Reindex order,
    Instant started,
    Optional<String> lineage,
    int documents,
    int outstanding,
    int pages,
    Instant moved)
    implements IndexerJob {
  @Override
  public String group() {
    return "indexer";
  }
}
