package ragtime.conversation;

import java.util.Optional;

/** What admins settled for channels. Safe for use by many threads and processes. */
public interface ChannelSettingsStore {

  /** What is settled for a channel; nothing where nobody settled anything. */
  Optional<ChannelSettings> of(String team, String channel);

  /** Settles it from now on. */
  void save(String team, String channel, ChannelSettings settings);
}
