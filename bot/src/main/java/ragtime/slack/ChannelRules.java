package ragtime.slack;

import java.util.Optional;
import ragtime.conversation.ChannelSettings;

/** What is settled for channels. */
interface ChannelRules {

  /** What is settled for a channel of a workspace. */
  ChannelSettings of(String team, String channel);

  /** Where a question asked in a channel may be handed on to people who may know. */
  Optional<String> experts(String team, String channel);
}
