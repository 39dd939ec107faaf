package ragtime.slack;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.index.IndexManifest;
import ragtime.library.Audience;

/**
 * Decides whose documents may be shown to whom and where: those of public channels everywhere,
 * those of a private channel or a direct message only there and to its members, and to guests and
 * people of another organisation nothing but what was shared in the channel that they are in. A
 * channel that Slack does not tell us of counts as private.
 *
 * <p>Slack is asked, and what it says is kept for about a minute; if it cannot be asked, that is
 * thrown as {@link SlackException}, and nothing is shown.
 */
final class Audiences {
  private static final Logger LOG = LoggerFactory.getLogger(Audiences.class);
  private static final Duration FRESH = Duration.ofMinutes(1);

  /** Who is a guest seldom changes, and takes a call for every thousand people to find out. */
  private static final Duration FRESH_GUESTS = Duration.ofMinutes(10);

  /** As many channels are asked about one by one. */
  private static final int FEW = 10;

  private final Directory directory;
  private final Briefly<String, Set<String>> ours;
  private final Briefly<String, ChannelFacts> channels;
  private final Briefly<String, Set<String>> members;
  private final Briefly<String, Person> people;
  private final Briefly<String, Optional<Set<String>>> outsiders;

  Audiences(Directory directory, Clock clock) {
    this.directory = directory;
    this.ours = new Briefly<>(FRESH, clock);
    this.channels = new Briefly<>(FRESH, clock);
    this.members = new Briefly<>(FRESH, clock);
    this.people = new Briefly<>(FRESH, clock);
    this.outsiders = new Briefly<>(FRESH_GUESTS, clock);
  }

  /** Whose documents, of those in this index, may be shown in a channel to one person alone. */
  Audience of(String channel, String user, IndexManifest manifest) {
    if (manifest.documents().isEmpty()) {
      return Audience.Guests.NOBODY;
    }
    boolean outsider = person(user).outsider();
    ChannelFacts facts = facts(channel);
    boolean ours = facts.kind() != ChannelFacts.Kind.NOT_OURS;
    if (ours && !reads(channel, user)) {
      return Audience.Guests.NOBODY;
    }
    Set<String> own = ours ? Set.of(channel) : Set.of();
    return outsider || facts.kind() == ChannelFacts.Kind.SHARED_OUTSIDE
        ? new Audience.Guests(own)
        : new Audience.Channels(withPublic(own, manifest));
  }

  /** Whose documents may be shown to everyone who reads a channel, because this person asks. */
  Audience ofReaders(String channel, String user, IndexManifest manifest) {
    Audience alone = of(channel, user, manifest);
    return alone instanceof Audience.Channels && guestsRead(channel)
        ? new Audience.Guests(Set.of(channel))
        : alone;
  }

  /** Whose documents may be shown to one person in a place of their own. */
  Audience of(String user, IndexManifest manifest) {
    return manifest.documents().isEmpty() || person(user).outsider()
        ? Audience.Guests.NOBODY
        : new Audience.Channels(withPublic(Set.of(), manifest));
  }

  /** Whether somebody can read what is said in a channel, at this moment. */
  boolean reads(String channel, String user) {
    ChannelFacts facts = facts(channel);
    return switch (facts.kind()) {
      case PUBLIC -> !person(user).outsider() || isMember(channel, user);
      case PRIVATE, SHARED_OUTSIDE -> isMember(channel, user);
      case DIRECT -> facts.partner().filter(partner -> !partner.equals(user)).isEmpty();
      case NOT_OURS -> false;
    };
  }

  /** Whether people read a channel who may see less than the workspace's own. */
  private boolean guestsRead(String channel) {
    return switch (facts(channel).kind()) {
      case DIRECT, NOT_OURS -> false;
      case SHARED_OUTSIDE -> true;
      case PUBLIC, PRIVATE -> {
        Optional<Set<String>> all = outsiders.get("", key -> directory.outsiders());
        yield all.isEmpty()
            || !all.get().isEmpty() && membersOf(channel).stream().anyMatch(all.get()::contains);
      }
    };
  }

  /** Who somebody is. */
  Person person(String user) {
    return people.get(user, directory::person);
  }

  private boolean isMember(String channel, String user) {
    return membersOf(channel).contains(user);
  }

  private Set<String> membersOf(String channel) {
    return members.get(channel, directory::members);
  }

  /** Also those of public channels; if Slack cannot be asked of some, they count as private. */
  private Set<String> withPublic(Set<String> own, IndexManifest manifest) {
    Set<String> owners = new HashSet<>();
    manifest.documents().forEach(known -> known.document().channel().ifPresent(owners::add));
    owners.removeAll(own);
    Set<String> visible = new HashSet<>(own);
    try {
      if (owners.size() > FEW) {
        Set<String> joined = ours.get("", key -> directory.publicChannels());
        owners.stream().filter(joined::contains).forEach(visible::add);
        owners.removeAll(joined);
      }
      for (String owner : owners) {
        if (facts(owner).kind() == ChannelFacts.Kind.PUBLIC) {
          visible.add(owner);
        }
      }
    } catch (SlackException e) {
      LOG.warn("Channels count as private: {}", e.getMessage());
    }
    return visible;
  }

  private ChannelFacts facts(String channel) {
    return channels.get(channel, directory::channel);
  }
}
