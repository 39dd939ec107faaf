package ragtime.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.index.IndexManifest;
import ragtime.library.Audience;

/**
 * Decides whose documents may be shown where: those of public channels everywhere, those of a
 * private channel or a direct message only there, and to people of another organisation only those
 * of the channel they are in. A channel that Slack does not tell us of counts as private.
 */
final class Audiences {
  private static final Logger LOG = LoggerFactory.getLogger(Audiences.class);
  private static final Duration FRESH = Duration.ofMinutes(1);

  private record Known(ChannelFacts facts, Instant until) {}

  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final SlackWeb slack;
  private final Clock clock;

  Audiences(SlackWeb slack, Clock clock) {
    this.slack = slack;
    this.clock = clock;
  }

  /** Whose documents, of those in this index, may be shown in a channel. */
  Audience of(String channel, IndexManifest manifest) {
    Set<String> owners = new HashSet<>();
    manifest.documents().forEach(document -> document.document().channel().ifPresent(owners::add));
    Set<String> visible = new HashSet<>();
    visible.add(channel);
    owners.remove(channel);
    if (!owners.isEmpty() && facts(channel) != ChannelFacts.SHARED_OUTSIDE) {
      owners.stream().filter(this::isPublic).forEach(visible::add);
    }
    return new Audience.Channels(visible);
  }

  private boolean isPublic(String channel) {
    return facts(channel) == ChannelFacts.PUBLIC;
  }

  private ChannelFacts facts(String channel) {
    Instant now = clock.instant();
    Known fresh = known.get(channel);
    if (fresh != null && fresh.until().isAfter(now)) {
      return fresh.facts();
    }
    try {
      ChannelFacts facts = slack.channel(channel);
      known.put(channel, new Known(facts, now.plus(FRESH)));
      return facts;
    } catch (SlackException e) {
      // Unknown where it is asked, too: then nothing of other channels is shown there.
      LOG.warn("Channel {} counts as private: {}", channel, e.getMessage());
      if (e.kind() == SlackException.Kind.REFUSED) {
        known.put(channel, new Known(ChannelFacts.PRIVATE, now.plus(FRESH)));
      }
      return ChannelFacts.PRIVATE;
    }
  }
}
