package ragtime.installation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the bot calls Slack with in one workspace.
 *
 * @param value the token, which is a secret
 * @param renewal how it is renewed, if it ends
 */
public record BotToken(String value, Optional<Renewal> renewal) {

  /**
   * The end of a token, and what a new one is to be had for, once.
   *
   * @param refreshToken a secret too
   * @param ends when the token is good no more
   */
  public record Renewal(String refreshToken, Instant ends) {
    public Renewal {
      if (refreshToken.isBlank()) {
        throw new IllegalArgumentException("A token that ends can be renewed");
      }
    }

    /** Holds no secret. */
    @Override
    public String toString() {
      return "Renewal[ends=" + ends + "]";
    }
  }

  public BotToken {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A token is not blank");
    }
  }

  /** A token that does not end. */
  public BotToken(String value) {
    this(value, Optional.empty());
  }

  /** Whether it is good no more when so much time has passed. */
  public boolean endsWithin(Duration time, Instant now) {
    return renewal.filter(it -> !it.ends().isAfter(now.plus(time))).isPresent();
  }

  /** Holds no secret. */
  @Override
  public String toString() {
    return "BotToken[renewal=" + renewal + "]";
  }
}
