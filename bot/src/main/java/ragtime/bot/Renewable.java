package ragtime.bot;

import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that is made of the settings, and made anew when the secrets among them change. Safe
 * for use by many threads: who has got hold of the old one may go on using it.
 */
final class Renewable<T> {

  private static final Logger LOG = LoggerFactory.getLogger(Renewable.class);
  private final Secrets secrets;
  private final Function<Map<String, String>, T> maker;
  private volatile T current;

  Renewable(Secrets secrets, Function<Map<String, String>, T> maker) {
    this.secrets = secrets;
    this.maker = maker;
    this.current = maker.apply(secrets.settings());
  }

  T current() {
    return current;
  }

  /** Makes it anew if a secret has changed, which is looked at once a minute at most. */
  boolean renewed() {
    return secrets.changed() && remake();
  }

  /** The same, and looks now. */
  boolean renewedNow() {
    return secrets.readAgain() && remake();
  }

  private boolean remake() {
    try {
      current = maker.apply(secrets.settings());
      LOG.info("Goes on with new secrets");
      return true;
    } catch (IllegalArgumentException e) {
      LOG.error("The new secrets are not used: {}", e.getMessage());
      return false;
    }
  }
}
