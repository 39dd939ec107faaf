package ragtime.local.workspace;

import java.security.SecureRandom;

/** New identifiers in Slack's manner: a letter for the kind, then capitals and digits. */
final class Ids {
  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  static String next(String prefix) {
    StringBuilder id = new StringBuilder(prefix);
    for (int i = 0; i < 10; i++) {
      id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }

  /** One that cannot be guessed. */
  static String secret() {
    return next("") + next("") + next("");
  }
}
