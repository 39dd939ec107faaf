package ragtime.indexer;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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

  /** As the bucket's own rule has it, which does not reach into workspaces' folders. */
  private static final Duration PICTURES = Duration.ofDays(30);

  private final ObjectStore library;
  private final ObjectStore index;
  private final boolean forgetsPictures;
  private final Clock clock;

  /** The upkeep of the index of this library. */
  public Upkeep(ObjectStore library, ObjectStore index, Clock clock) {
    this(library, index, false, clock);
  }

  /**
   * The same.
   *
   * @param forgetsPictures whether it forgets pictures of pages too, where the store does not
   */
  Upkeep(ObjectStore library, ObjectStore index, boolean forgetsPictures, Clock clock) {
    this.library = library;
    this.index = index;
    this.forgetsPictures = forgetsPictures;
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

  private int pictures(Instant before) {
    List<ObjectInfo> old =
        index.list(Pictures.FOLDER).stream()
            .filter(each -> each.modified().isBefore(before))
            .toList();
    old.forEach(each -> index.delete(each.key()));
    return old.size();
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
        + (forgetsPictures ? pictures(now.minus(PICTURES)) : 0)
        + Readings.sweep(index, versions, now.minus(READINGS));
  }
}
