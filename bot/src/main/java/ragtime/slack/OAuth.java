package ragtime.slack;

import com.slack.api.Slack;
import com.slack.api.methods.request.oauth.OAuthV2AccessRequest;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import ragtime.installation.BotToken;
import ragtime.installation.Installation;

/** Has Slack give the app tokens. Every method throws {@link SlackException}. */
final class OAuth {
  private final Slack slack;
  private final SlackApp app;
  private final SlackCalls calls;
  private final Clock clock;

  OAuth(Slack slack, SlackApp app, SlackCalls calls, Clock clock) {
    this.slack = slack;
    this.app = app;
    this.calls = calls;
    this.clock = clock;
  }

  /** What came of exchanging a code. */
  sealed interface Exchanged {
    /** A workspace has installed the app. */
    record Installed(Installation installation, String app) implements Exchanged {}

    /** A whole organisation has, which is more than one workspace's documents are for. */
    record OfOrganisation() implements Exchanged {}
  }

  /** What a code stands for, which is good once and for ten minutes. */
  Exchanged exchange(String code) {
    OAuthV2AccessResponse response = access(OAuthV2AccessRequest.builder().code(code));
    if (response.isEnterpriseInstall() || response.getTeam() == null) {
      return new Exchanged.OfOrganisation();
    }
    OAuthV2AccessResponse.AuthedUser installer = response.getAuthedUser();
    return new Exchanged.Installed(
        new Installation(
            response.getTeam().getId(),
            Objects.requireNonNullElse(response.getTeam().getName(), response.getTeam().getId()),
            Objects.requireNonNullElse(response.getBotUserId(), ""),
            token(response),
            installer == null ? "" : Objects.requireNonNullElse(installer.getId(), ""),
            clock.instant()),
        Objects.requireNonNullElse(response.getAppId(), ""));
  }

  /** A token in place of one that ends; its refresh token is used up. */
  BotToken renew(BotToken.Renewal renewal) {
    return token(
        access(
            OAuthV2AccessRequest.builder()
                .grantType("refresh_token")
                .refreshToken(renewal.refreshToken())));
  }

  private OAuthV2AccessResponse access(OAuthV2AccessRequest.OAuthV2AccessRequestBuilder request) {
    OAuthV2AccessRequest whole =
        request.clientId(app.clientId()).clientSecret(app.clientSecret()).build();
    return calls.make(SlackMethod.OAUTH_ACCESS, () -> slack.methods().oauthV2Access(whole));
  }

  private BotToken token(OAuthV2AccessResponse response) {
    return new BotToken(
        Objects.requireNonNullElse(response.getAccessToken(), ""),
        Optional.ofNullable(response.getRefreshToken())
            .map(
                refresh ->
                    new BotToken.Renewal(
                        refresh,
                        clock
                            .instant()
                            .plusSeconds(
                                Objects.requireNonNullElse(response.getExpiresIn(), 43_200)))));
  }
}
