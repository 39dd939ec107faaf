package ragtime.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Slack's signature of a request: that it comes from Slack, now. Compared in constant time, and the
 * timestamp is checked on both sides, neither of which Bolt does.
 */
final class RequestSignature {
  /** How far Slack's clock and ours may be apart. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  private static final String ALGORITHM = "HmacSHA256";
  private final SecretKeySpec key;
  private final Clock clock;

  RequestSignature(String secret, Clock clock) {
    if (secret.isBlank()) {
      throw new IllegalArgumentException("The signing secret is not blank");
    }
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.clock = clock;
  }

  /** Whether Slack signed this request within the window. */
  boolean verifies(FrontRequest request) {
    Optional<String> timestamp = request.header("x-slack-request-timestamp");
    Optional<String> signature = request.header("x-slack-signature");
    return timestamp.isPresent()
        && signature.isPresent()
        && timestamp.get().matches("[0-9]{1,12}")
        && isNow(Long.parseLong(timestamp.get()))
        && MessageDigest.isEqual(
            sign(timestamp.get(), request.body()).getBytes(StandardCharsets.UTF_8),
            signature.get().getBytes(StandardCharsets.UTF_8));
  }

  private boolean isNow(long seconds) {
    long apart = Math.abs(clock.instant().getEpochSecond() - seconds);
    return apart <= WINDOW.toSeconds();
  }

  String sign(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }
}
