package ragtime.bot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.aws.SecretsException;

/**
 * The environment, completed with the secrets that are kept where {@code RAGTIME_SECRETS} says.
 * What the environment holds itself wins. Safe for use by many threads.
 */
final class Secrets {

  /** Reads the secrets beneath a path, by name. */
  interface Source {
    Map<String, String> beneath(String path);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Map<String, String> SETTINGS =
      Map.of(
          "slack-bot-token", "SLACK_BOT_TOKEN",
          "slack-signing-secret", "SLACK_SIGNING_SECRET",
          "slack-client-secret", "SLACK_CLIENT_SECRET",
          "links-key", "RAGTIME_LINKS_KEY");

  private final Map<String, String> environment;
  private final Source source;
  private final Clock clock;
  private Map<String, String> settings;
  private Instant read;

  /** Reads them; throws {@link SecretsException} if they cannot be. */
  Secrets(Map<String, String> environment, Source source, Clock clock) {
    this.environment = Map.copyOf(environment);
    this.source = source;
    this.clock = clock;
    this.read = clock.instant();
    this.settings = completed();
  }

  /** The settings, secrets included. */
  synchronized Map<String, String> settings() {
    return settings;
  }

  /** Reads them again, unless that was done within the last minute; whether they have changed. */
  synchronized boolean changed() {
    return !clock.instant().isBefore(read.plus(FRESH)) && readAgain();
  }

  /** Reads them again now; whether they have changed. Those at hand stay if they cannot be read. */
  synchronized boolean readAgain() {
    read = clock.instant();
    try {
      Map<String, String> before = settings;
      settings = completed();
      return !settings.equals(before);
    } catch (SecretsException e) {
      LOG.error("Goes on with the secrets at hand: {}", e.getMessage());
      return false;
    }
  }

  private Map<String, String> completed() {
    String path = environment.getOrDefault("RAGTIME_SECRETS", "").strip();
    if (path.isEmpty() || SETTINGS.values().stream().noneMatch(this::isNeeded)) {
      return environment;
    }
    Map<String, String> all = new HashMap<>(environment);
    Map<String, String> kept = source.beneath(path);
    SETTINGS.forEach(
        (name, setting) -> {
          String secret = kept.get(name);
          if (secret != null && isMissing(setting)) {
            all.put(setting, secret);
          }
        });
    return Map.copyOf(all);
  }

  /** Whether it is missing where one workspace has a token, or several an app with a secret. */
  private boolean isNeeded(String setting) {
    String other = isMissing("SLACK_CLIENT_ID") ? "SLACK_CLIENT_SECRET" : "SLACK_BOT_TOKEN";
    return !setting.equals(other) && isMissing(setting);
  }

  private boolean isMissing(String setting) {
    return environment.getOrDefault(setting, "").isBlank();
  }
}
