package ragtime.slack;

import com.slack.api.Slack;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.conversation.Claim;
import ragtime.conversation.ClaimKey;
import ragtime.conversation.Claims;
import ragtime.installation.BotToken;
import ragtime.installation.Installation;
import ragtime.installation.Installations;
import ragtime.library.Sha256;

/**
 * Installations with tokens that are good: one that ends soon is renewed first, by one of all who
 * notice, for what renews it is good once. The others go on with the old token while it lasts. What
 * was found is not looked up again for a minute. Safe for use by many threads.
 */
public final class CurrentInstallations {
  /** What the claims of installing and renewing begin with. */
  static final String CLAIMS = "installations/";

  private static final Logger LOG = LoggerFactory.getLogger(CurrentInstallations.class);
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Duration RENEWING = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final int MOST_LOOKS = 8;

  private record Found(Installation installation, Instant at) {}

  private final Installations installations;
  private final Claims claims;
  private final OAuth oauth;
  private final Duration margin;
  private final Pause pause;
  private final Clock clock;
  private final Map<String, Found> found = new ConcurrentHashMap<>();

  CurrentInstallations(
      Installations installations,
      Claims claims,
      OAuth oauth,
      Duration margin,
      Pause pause,
      Clock clock) {
    this.installations = installations;
    this.claims = claims;
    this.oauth = oauth;
    this.margin = margin;
    this.pause = pause;
    this.clock = clock;
  }

  /** Those that are kept there, of this app; renewed when so much of a token's life is left. */
  public static CurrentInstallations of(
      SlackApp app, Installations installations, Claims claims, Duration margin, Clock clock) {
    Slack slack = SlackLibrary.client(app.api());
    OAuth oauth = new OAuth(slack, app, SlackCalls.hasty(), clock);
    return new CurrentInstallations(installations, claims, oauth, margin, Pause::really, clock);
  }

  /** The installation in this workspace. */
  public Optional<Installation> find(String team) {
    Found known = found.get(team);
    if (known != null
        && clock.instant().isBefore(known.at().plus(FRESH))
        && !endsSoon(known.installation())) {
      return Optional.of(known.installation());
    }
    Optional<Installation> now = installations.find(team).flatMap(this::current);
    now.ifPresentOrElse(
        installation -> found.put(team, new Found(installation, clock.instant())),
        () -> found.remove(team));
    return now;
  }

  /** Looks everything up again from now on: a token was refused, perhaps for being an old one. */
  public void forget() {
    found.clear();
  }

  private Optional<Installation> current(Installation found) {
    Optional<Installation> now = Optional.of(found);
    for (int look = 0; look < MOST_LOOKS && now.filter(this::endsSoon).isPresent(); look++) {
      if (renewed(now.get())) {
        return installations.find(found.team());
      }
      if (!now.get().token().endsWithin(Duration.ZERO, clock.instant())) {
        return now;
      }
      pause.take(BETWEEN_LOOKS);
      now = installations.find(found.team());
    }
    return now;
  }

  private boolean endsSoon(Installation installation) {
    return installation.token().endsWithin(margin, clock.instant());
  }

  /** Whether there is a new token by now. */
  private boolean renewed(Installation installation) {
    BotToken before = installation.token();
    String own = Sha256.of(before.value().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    ClaimKey key = new ClaimKey(CLAIMS + "token/" + installation.team() + "/" + own);
    String owner = UUID.randomUUID().toString();
    return switch (claims.claim(key, owner, RENEWING)) {
      case Claim.HeldByOther other -> false;
      case Claim.AlreadyDone done -> true;
      case Claim.Granted granted -> {
        boolean renewed = before.renewal().isPresent() && renew(installation.team(), before);
        if (renewed) {
          claims.finish(key, owner);
        }
        yield renewed;
      }
    };
  }

  private boolean renew(String team, BotToken before) {
    try {
      BotToken now = oauth.renew(before.renewal().orElseThrow());
      installations.renew(team, before, now);
      LOG.info("The token of {} is renewed", team);
      return true;
    } catch (SlackException e) {
      LOG.error(
          "The token of {} is not renewed, and ends {}: {}",
          team,
          before.renewal(),
          e.getMessage());
      return false;
    }
  }
}
