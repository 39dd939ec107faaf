package ragtime.slack;

import java.util.Optional;

/** What is settled for a channel. */
interface ChannelRules {

  /** Where a question asked in a channel may be handed on to people who may know. */
  Optional<String> experts(String channel);

  /** Whether PDFs shared in a channel are taken in without the bot being called by name. */
  boolean ingests(String channel);

  /** The same for all channels: PDFs are taken in everywhere, as people expect who invited us. */
  static ChannelRules everywhere(Optional<String> experts) {
    return new ChannelRules() {
      @Override
      public Optional<String> experts(String channel) {
        return experts.filter(expert -> !expert.equals(channel));
      }

      @Override
      public boolean ingests(String channel) {
        return true;
      }
    };
  }
}
