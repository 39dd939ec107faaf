package ragtime.local.workspace;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** All that the workspace remembers. */
record State(
    Database database,
    Clock clock,
    People people,
    Channels channels,
    Messages messages,
    Reactions reactions,
    Files files,
    Notes notes,
    Timestamps timestamps)
    implements AutoCloseable {

  static State open(Optional<Path> folder, Clock clock) {
    Database database = Database.open(folder);
    Messages messages = new Messages(database);
    State state =
        new State(
            database,
            clock,
            new People(database),
            new Channels(database),
            messages,
            new Reactions(database),
            new Files(database),
            new Notes(database),
            new Timestamps(clock, messages.newest()));
    Team.seed(state);
    return state;
  }

  /** Seconds since 1970. */
  long now() {
    return clock.instant().getEpochSecond();
  }

  @Override
  public void close() {
    database.close();
  }
}
