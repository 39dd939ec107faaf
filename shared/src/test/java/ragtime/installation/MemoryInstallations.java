package ragtime.installation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Installations in memory. */
public final class MemoryInstallations implements Installations {
  private final Map<String, Installation> all = new ConcurrentSkipListMap<>();

  @Override
  public Optional<Installation> find(String team) {
    return Optional.ofNullable(all.get(team));
  }

  @Override
  public void save(Installation installation) {
    all.put(installation.team(), installation);
  }

  @Override
  public boolean renew(String team, BotToken before, BotToken renewed) {
    AtomicBoolean done = new AtomicBoolean();
    all.computeIfPresent(
        team,
        (key, found) -> {
          done.set(found.token().equals(before));
          return done.get() ? found.with(renewed) : found;
        });
    return done.get();
  }

  @Override
  public void remove(String team, Instant at) {
    all.computeIfPresent(
        team,
        (key, found) -> found.installed().getEpochSecond() <= at.getEpochSecond() ? null : found);
  }

  @Override
  public List<Installation> all() {
    return List.copyOf(all.values());
  }
}
