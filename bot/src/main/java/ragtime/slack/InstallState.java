package ragtime.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves that whoever comes back from Slack's consent page is the browser that was sent there, and
 * was within ten minutes: the state travels by way of Slack, a cookie stays, and the one is signed
 * together with the other. Nothing is stored for it.
 */
final class InstallState {
  static final Duration LIFE = Duration.ofMinutes(10);

  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern STATE = Pattern.compile("(\\d{1,12})\\.([\\w-]{22})\\.([\\w-]{43})");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final SecretKeySpec key;
  private final Clock clock;

  /** States under this secret, which signs nothing else of this form. */
  InstallState(String secret, Clock clock) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.clock = clock;
  }

  /**
   * The beginning of an installation.
   *
   * @param state what Slack is to give back
   * @param cookie what the browser is to keep
   */
  record Begun(String state, String cookie) {}

  Begun begin() {
    String expires = Long.toString(clock.instant().plus(LIFE).getEpochSecond());
    String nonce = random();
    String cookie = random();
    return new Begun(expires + "." + nonce + "." + sign(expires, nonce, cookie), cookie);
  }

  /** What tells this beginning from others; nothing unless it is ours, of this browser, and new. */
  Optional<String> read(String state, String cookie) {
    Matcher parts = STATE.matcher(state);
    if (!parts.matches()) {
      return Optional.empty();
    }
    boolean signed =
        MessageDigest.isEqual(
            sign(parts.group(1), parts.group(2), cookie).getBytes(StandardCharsets.US_ASCII),
            parts.group(3).getBytes(StandardCharsets.US_ASCII));
    boolean late = Long.parseLong(parts.group(1)) <= clock.instant().getEpochSecond();
    return signed && !late ? Optional.of(parts.group(2)) : Optional.empty();
  }

  private String sign(String expires, String nonce, String cookie) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      String signed = String.join("\n", "installation", expires, nonce, cookie);
      return BASE64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }

  private static String random() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return BASE64.encodeToString(bytes);
  }
}
