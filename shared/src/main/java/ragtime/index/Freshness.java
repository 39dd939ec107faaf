package ragtime.index;

import java.time.Instant;
import java.util.Optional;

/**
 * How new what a replica serves is.
 *
 * @param generation the number of the generation that it serves
 * @param published when that was made
 * @param checked when it was last known to be the newest
 * @param trouble why it could not be found out or fetched since; empty if nothing went wrong
 */
public record Freshness(
    long generation, Instant published, Instant checked, Optional<String> trouble) {}
