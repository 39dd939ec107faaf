package ragtime.job;

import java.util.Optional;

/**
 * Bring the whole index up to date with the library.
 *
 * @param id unique
 * @param full whether to read everything again, changed or not
 * @param reply whom to tell, if anyone asked
 */
public record Reindex(String id, boolean full, Optional<ReplyAddress> reply) implements IndexerJob {
  @Override
  public String group() {
    return "indexer";
  }
}
