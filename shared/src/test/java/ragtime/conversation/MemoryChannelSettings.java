package ragtime.conversation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Channels' settings in memory. */
public final class MemoryChannelSettings implements ChannelSettingsStore {
  private final Map<String, ChannelSettings> all = new ConcurrentHashMap<>();

  @Override
  public Optional<ChannelSettings> of(String team, String channel) {
    return Optional.ofNullable(all.get(team + "/" + channel));
  }

  @Override
  public void save(String team, String channel, ChannelSettings settings) {
    all.put(team + "/" + channel, settings);
  }
}
