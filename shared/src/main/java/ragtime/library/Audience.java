package ragtime.library;

import java.util.Optional;
import java.util.Set;

/**
 * Whose documents may be shown where an answer will be read. Documents of the whole library, which
 * have no channel, may be shown to everyone but guests.
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

  /**
   * Guests, and people of another organisation: they see what was shared where they are, and
   * nothing of the library.
   *
   * @param channels the channels whose documents they may see; perhaps none
   */
  record Guests(Set<String> channels) implements Audience {
    /** Someone who may be shown nothing. */
    public static final Guests NOBODY = new Guests(Set.of());

    public Guests {
      channels = Set.copyOf(channels);
    }

    @Override
    public boolean maySee(Optional<String> channel) {
      return channel.filter(channels::contains).isPresent();
    }
  }
}
