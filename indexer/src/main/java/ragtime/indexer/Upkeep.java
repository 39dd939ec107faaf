package ragtime.indexer;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.index.IndexHistory;
import ragtime.index.IndexManifest;
import ragtime.index.IndexPublisher;
import ragtime.index.LineageBuild;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectStore;

/** Clears away, once a day, what an index no longer needs. */
public final class Upkeep {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final String SWEPT = "index/swept";
  private static final Duration EVERY = Duration.ofDays(1);

  /** So long one can go back to a generation. */
  private static final Duration GENERATIONS = Duration.ofDays(7);

  /** No reading waits longer to be published. */
  private static final Duration READINGS = Duration.ofDays(2);

  private final ObjectStore library;
  private final ObjectStore index;
  private final Clock clock;

  /** The upkeep of the index of this library. */
  public Upkeep(ObjectStore library, ObjectStore index, Clock clock) {
    this.library = library;
    this.index = index;
    this.clock = clock;
  }

  /** Sweeps, unless that was done within the last day: then this costs one look. */
  public void sweepIfDue() {
    Instant now = clock.instant();
    boolean done =
        index.list(SWEPT).stream().anyMatch(mark -> mark.modified().plus(EVERY).isAfter(now));
    if (!done) {
      int deleted = sweep(now);
      index.put(SWEPT, ObjectBody.of(now.toString()));
      LOG.info("Swept {} objects", deleted);
    }
  }

  private int sweep(Instant now) {
    // Nothing is published here, so no folder for files is needed.
    LineageBuild build = new IndexPublisher(index, Path.of(""), clock).building();
    build
        .current()
        .map(IndexManifest::published)
        .filter(last -> last.plus(READINGS).isBefore(now))
        .ifPresent(last -> build.abandon());
    Map<String, String> versions = new HashMap<>();
    for (ObjectInfo pdf : library.list("")) {
      versions.put(pdf.key(), pdf.version().token());
    }
    return new IndexHistory(index, clock).sweep(GENERATIONS)
        + Readings.sweep(index, versions, now.minus(READINGS));
  }
}
