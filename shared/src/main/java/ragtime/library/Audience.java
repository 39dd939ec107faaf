package ragtime.library;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whose documents may be shown where an answer will be read. Documents of the whole library, which
 * have no channel, may be shown to everyone but guests.
 */
public sealed interface Audience {

  /** May a document that was shared in this channel (empty: in none) be shown? */
  boolean maySee(Optional<String> channel);

  /** May this document be shown, and is it to be searched? */
  default boolean maySee(Document document) {
    return maySee(document.channel());
  }

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

  /**
   * Readers where only some documents are to be searched.
   *
   * @param readers who reads there; they may see no more than ever
   * @param beginnings what the keys of those documents begin with
   */
  record Within(Audience readers, List<String> beginnings) implements Audience {
    public Within {
      beginnings = List.copyOf(beginnings);
    }

    @Override
    public boolean maySee(Optional<String> channel) {
      return readers.maySee(channel);
    }

    @Override
    public boolean maySee(Document document) {
      return readers.maySee(document) && beginnings.stream().anyMatch(document.key()::startsWith);
    }
  }
}
