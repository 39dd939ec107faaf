package ragtime.installation;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ragtime.library.TeamFolder;

/**
 * What is made for each workspace when it is first needed, and kept: so many at most, but for those
 * in use. Whatever was used longest ago goes first, and is closed. Safe for use by many threads.
 */
public final class PerTeam<T extends AutoCloseable> implements AutoCloseable {
  private final int most;
  private final Function<TeamFolder, T> maker;
  private final Map<TeamFolder, Kept> all = new LinkedHashMap<>(16, 0.75f, true);

  /** One workspace's, made by whoever needs it first while others of the same wait. */
  private final class Kept {
    private final TeamFolder team;
    private int users;
    private @Nullable T made;

    Kept(TeamFolder team) {
      this.team = team;
    }

    synchronized T get() {
      T known = made;
      if (known == null) {
        known = maker.apply(team);
        made = known;
      }
      return known;
    }

    synchronized void close() {
      T known = made;
      made = null;
      try {
        if (known != null) {
          known.close();
        }
      } catch (Exception e) { // declared by the interface
        throw new IllegalStateException("What was made for a workspace did not close", e);
      }
    }
  }

  /** Keeps so many of what this makes. */
  public PerTeam(int most, Function<TeamFolder, T> maker) {
    this.most = most;
    this.maker = maker;
  }

  /** Uses this workspace's, which is not closed meanwhile. */
  public <R> R with(TeamFolder team, Function<T, R> use) {
    Kept kept = begin(team);
    try {
      return use.apply(kept.get());
    } finally {
      end(kept);
    }
  }

  private synchronized Kept begin(TeamFolder team) {
    Kept kept = all.computeIfAbsent(team, Kept::new);
    kept.users++;
    return kept;
  }

  private synchronized void end(Kept kept) {
    kept.users--;
    Iterator<Kept> eldest = all.values().iterator();
    while (all.size() > most && eldest.hasNext()) {
      Kept next = eldest.next();
      if (next.users == 0) {
        eldest.remove();
        next.close();
      }
    }
  }

  /** How many there are. */
  public synchronized int size() {
    return all.size();
  }

  @Override
  public synchronized void close() {
    all.values().forEach(Kept::close);
    all.clear();
  }
}
