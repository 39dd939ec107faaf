package ragtime.local.workspace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Codes and tokens of an app, as Slack gives them out: a code is good once and for ten minutes, a
 * refresh token once, a token for ever or until it ends.
 */
final class AppTokens {
  private static final Duration CODES = Duration.ofMinutes(10);

  private final Optional<Duration> life;
  private final Clock clock;
  private final Map<String, Grant> codes = new ConcurrentHashMap<>();
  private final Map<String, Grant> tokens = new ConcurrentHashMap<>();
  private final Map<String, Grant> refreshes = new ConcurrentHashMap<>();

  /** That somebody let the app into a workspace, until then. */
  record Grant(Workspace workspace, String person, Instant until) {}

  /** What a code or a refresh token is exchanged for. */
  record Issued(Grant grant, String token, Optional<String> refresh, Optional<Duration> life) {}

  /**
   * An app's tokens.
   *
   * @param life how long they are good, if they end
   */
  AppTokens(Optional<Duration> life, Clock clock) {
    this.life = life;
    this.clock = clock;
  }

  String code(Workspace workspace, String person) {
    String code = Ids.secret();
    codes.put(code, new Grant(workspace, person, clock.instant().plus(CODES)));
    return code;
  }

  Issued exchange(String code) {
    return issue(used(codes, code, "invalid_code"));
  }

  Issued refresh(String refresh) {
    return issue(used(refreshes, refresh, "invalid_refresh_token"));
  }

  private Grant used(Map<String, Grant> from, String key, String otherwise) {
    return Optional.ofNullable(from.remove(key))
        .filter(grant -> clock.instant().isBefore(grant.until()))
        .orElseThrow(() -> new ApiError(otherwise));
  }

  private Issued issue(Grant grant) {
    String token = (life.isPresent() ? "xoxe.xoxb-" : "xoxb-") + Ids.secret();
    Optional<String> refresh = life.map(each -> "xoxe-1-" + Ids.secret());
    Instant ends = life.map(clock.instant()::plus).orElse(Instant.MAX);
    tokens.put(token, new Grant(grant.workspace(), grant.person(), ends));
    refresh.ifPresent(
        key -> refreshes.put(key, new Grant(grant.workspace(), grant.person(), Instant.MAX)));
    return new Issued(grant, token, refresh, life);
  }

  /** The workspace that a token is of; throws what Slack says of one that is none, or over. */
  Workspace workspace(String token) {
    Grant grant = tokens.get(token);
    if (grant == null) {
      throw new ApiError("invalid_auth");
    }
    if (!clock.instant().isBefore(grant.until())) {
      throw new ApiError("token_expired");
    }
    return grant.workspace();
  }

  void revoke(Workspace workspace) {
    tokens.values().removeIf(grant -> grant.workspace() == workspace);
    refreshes.values().removeIf(grant -> grant.workspace() == workspace);
  }
}
