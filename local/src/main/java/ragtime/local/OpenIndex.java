package ragtime.local;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import ragtime.answer.Answerer;
import ragtime.answer.Condenser;
import ragtime.answer.FollowUps;
import ragtime.answer.LibraryAnswerer;
import ragtime.answer.ModelCondenser;
import ragtime.answer.Retriever;
import ragtime.index.IndexReplica;
import ragtime.model.Embedder;
import ragtime.provider.Models;

/**
 * An index opened for questions, with the models that the settings name.
 *
 * @param replica the index
 * @param retriever finds passages in it
 * @param answerer answers from it
 * @param models what they ask; closed with this
 */
public record OpenIndex(IndexReplica replica, Retriever retriever, Answerer answerer, Models models)
    implements AutoCloseable {

  /**
   * Looking at a folder's pointer costs nothing, and what was said to be searchable must be found
   * at once.
   */
  private static final Duration FOLDER_CHECKED_EVERY = Duration.ZERO;

  private static final Duration BUCKET_CHECKED_EVERY = Duration.ofSeconds(2);

  /** Opens the index that is there; throws {@link UsageException} if there is none. */
  public static OpenIndex open(LocalSettings settings, Location location) {
    Clock clock = Clock.systemUTC();
    Models models = settings.models();
    Duration checkEvery =
        location instanceof Location.Folder ? FOLDER_CHECKED_EVERY : BUCKET_CHECKED_EVERY;
    IndexReplica replica =
        IndexReplica.open(
                Stores.open(location), settings.cache().resolve("replica"), checkEvery, clock)
            .orElseThrow(() -> none(location));
    warnOfOtherEmbedder(replica, models);
    Condenser condenser =
        models.chat().<Condenser>map(ModelCondenser::new).orElseGet(FollowUps::new);
    Retriever retriever = new Retriever(condenser, replica, models.embedder(), models.reranker());
    return new OpenIndex(
        replica, retriever, new LibraryAnswerer(retriever, models.chat(), clock), models);
  }

  private static void warnOfOtherEmbedder(IndexReplica replica, Models models) {
    Optional<String> indexed = replica.manifest().embedder();
    Optional<String> configured = models.embedder().map(Embedder::id);
    if (!indexed.equals(configured)) {
      LoggerFactory.getLogger(OpenIndex.class)
          .warn(
              "The index was made with embedder {}, but {} is configured: searching by words alone."
                  + " Run ./ragtime index to make it anew.",
              indexed.orElse("none"),
              configured.orElse("none"));
    }
  }

  private static UsageException none(Location location) {
    return new UsageException(
        "There is no index at "
            + location
            + ". Make one with: ./ragtime index LIBRARY --index "
            + location);
  }

  @Override
  public void close() {
    try (models) {
      replica.close();
    }
  }
}
