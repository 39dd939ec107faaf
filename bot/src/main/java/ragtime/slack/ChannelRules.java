package ragtime.slack;

import java.util.Optional;
import ragtime.conversation.ChannelSettings;

/** What is settled for a channel. */
@FunctionalInterface
interface ChannelRules {

  /** What is settled for a channel of a workspace. */
  ChannelSettings of(String team, String channel);

  /** The same for all channels. */
  static ChannelRules everywhere(ChannelSettings settings) {
    return (team, channel) -> settings;
  }

  /** Where a question asked in a channel may be handed on to people who may know. */
  default Optional<String> experts(String team, String channel) {
    return of(team, channel).experts().filter(expert -> !expert.equals(channel));
  }
}
