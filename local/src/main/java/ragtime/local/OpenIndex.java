package ragtime.local;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import ragtime.answer.Answerer;
import ragtime.answer.FollowUps;
import ragtime.answer.LibraryAnswerer;
import ragtime.answer.Retriever;
import ragtime.index.IndexReplica;

/**
 * An index opened for questions, with the models that the settings name.
 *
 * @param replica the index
 * @param retriever finds passages in it
 * @param answerer answers from it
 */
public record OpenIndex(IndexReplica replica, Retriever retriever, Answerer answerer)
    implements AutoCloseable {

  /** Opens the index that is there; throws {@link UsageException} if there is none. */
  public static OpenIndex open(LocalSettings settings, Location location) {
    Clock clock = Clock.systemUTC();
    IndexReplica replica =
        IndexReplica.open(
                Stores.open(location),
                settings.cache().resolve("replica"),
                Duration.ofSeconds(2),
                clock)
            .orElseThrow(
                () ->
                    new UsageException(
                        "There is no index at "
                            + location
                            + ". Make one with: ./ragtime index LIBRARY --index "
                            + location));
    Retriever retriever =
        new Retriever(new FollowUps(), replica, Optional.empty(), Optional.empty());
    return new OpenIndex(
        replica, retriever, new LibraryAnswerer(retriever, Optional.empty(), clock));
  }

  @Override
  public void close() {
    replica.close();
  }
}
