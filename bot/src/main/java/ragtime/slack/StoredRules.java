package ragtime.slack;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import ragtime.conversation.ChannelSettings;
import ragtime.conversation.ChannelSettingsStore;

/** What is settled for channels, as it was stored a moment ago. Safe for use by many threads. */
final class StoredRules implements ChannelRules {
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final ChannelSettingsStore store;
  private final Optional<String> experts;
  private final Briefly<String, ChannelSettings> known;

  /**
   * What is settled there.
   *
   * @param experts the experts' channel of those channels that have none of their own
   */
  StoredRules(ChannelSettingsStore store, Optional<String> experts, Clock clock) {
    this.store = store;
    this.experts = experts;
    this.known = new Briefly<>(FRESH, clock);
  }

  @Override
  public ChannelSettings of(String team, String channel) {
    return known.get(
        team + "/" + channel, key -> store.of(team, channel).orElse(ChannelSettings.USUAL));
  }

  @Override
  public Optional<String> experts(String team, String channel) {
    return of(team, channel).experts().or(() -> experts).filter(each -> !each.equals(channel));
  }

  /** What is settled for a channel now, whatever was known a moment ago. */
  ChannelSettings now(String team, String channel) {
    return store.of(team, channel).orElse(ChannelSettings.USUAL);
  }

  /** Settles it. */
  void settle(String team, String channel, ChannelSettings settings) {
    store.save(team, channel, settings);
    known.put(team + "/" + channel, settings);
  }
}
