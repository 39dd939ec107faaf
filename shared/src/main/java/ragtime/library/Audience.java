package ragtime.library;

import java.util.Optional;
import java.util.Set;

/**
 * Whose documents may be shown where an answer will be read. Documents of the whole library, which
 * have no channel, may be shown everywhere.
 */
public sealed interface Audience {

  /** May a document that was shared in this channel (empty: in none) be shown? */
  boolean maySee(Optional<String> channel);

  /** Someone who runs ragtime on the files themselves, from the command line. */
  record Everything() implements Audience {
    @Override
    public boolean maySee(Optional<String> channel) {
      return true;
    }
  }

  /**
   * Readers in Slack.
   *
   * @param channels the channels whose documents they may see, as of the moment of the question
   */
  record Channels(Set<String> channels) implements Audience {
    public Channels {
      channels = Set.copyOf(channels);
    }

    @Override
    public boolean maySee(Optional<String> channel) {
      return channel.isEmpty() || channels.contains(channel.get());
    }
  }
}
