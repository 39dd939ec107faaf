package ragtime.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ragtime.conversation.MemoryClaims;
import ragtime.conversation.TestClock;
import ragtime.installation.Installation;
import ragtime.installation.MemoryInstallations;
import ragtime.slack.StubSlack.Canned;

/** A workspace installs the app, and whatever else may come of setting out to. */
class InstallTest {
  private static final String GRANTED =
      """
      {"ok":true,"access_token":"xoxb-new","token_type":"bot","scope":"chat:write",
       "bot_user_id":"UBOT","app_id":"A1","team":{"id":"T1","name":"Acme <b>"},
       "enterprise":null,"is_enterprise_install":false,"authed_user":{"id":"U1"}}""";

  private final TestClock clock = new TestClock();
  private final MemoryInstallations installations = new MemoryInstallations();
  private StubSlack slack;
  private TeamFront front;

  @BeforeEach
  void start() throws IOException {
    slack = new StubSlack();
    slack.always("oauth.v2.access", Canned.json(GRANTED));
    front =
        new TeamFront(
            new SlackApp("1.2", "client secret", Signed.SECRET, slack.url("/api/")),
            installations,
            new MemoryClaims(Duration.ofDays(1), clock),
            installation -> {
              throw new IllegalStateException("Nobody asks");
            },
            clock);
  }

  @AfterEach
  void stop() {
    slack.close();
  }

  private FrontResponse get(String path, String query, String cookie) {
    return front.handle(
        new FrontRequest(
            "GET",
            path,
            query,
            Map.of("Host", List.of("ragtime.example"), "Cookie", List.of("a=b; " + cookie)),
            new byte[0]));
  }

  /** Where a browser is after it set out. */
  private record Browser(String state, String cookie) {}

  private Browser setOut() {
    FrontResponse response = get("/slack/install", "", "c=d");
    assertThat(response.status()).isEqualTo(302);
    URI consent = URI.create(response.headers().getOrDefault("location", ""));
    String cookie = response.headers().getOrDefault("set-cookie", "");
    assertThat(consent.getPath()).isEqualTo("/oauth/v2/authorize");
    assertThat(consent.getQuery()).contains("client_id=1.2&", "scope=app_mentions:read,");
    assertThat(cookie).contains("HttpOnly", "Secure", "SameSite=Lax", "Max-Age=600");
    return new Browser(
        FormFields.of(consent.getRawQuery()).getOrDefault("state", ""),
        cookie.substring(0, cookie.indexOf(';')));
  }

  private FrontResponse comeBack(String query, Browser browser) {
    return get("/slack/oauth_redirect", query + "&state=" + browser.state(), browser.cookie());
  }

  @Test
  void whoeverAllowsItHasItInstalled() {
    FrontResponse page = comeBack("code=c0de", setOut());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("ragtime is installed in Acme &lt;b&gt;", "app=A1", "team=T1")
        .doesNotContain("<b>", "xoxb");
    assertThat(page.headers().get("content-security-policy")).contains("default-src 'none'");
    assertThat(page.headers().get("set-cookie")).contains("ragtime-install=;", "Max-Age=0");
    Installation installed = installations.find("T1").orElseThrow();
    assertThat(installed.token().value()).isEqualTo("xoxb-new");
    assertThat(installed.token().renewal()).isEmpty();
    assertThat(installed.installer()).isEqualTo("U1");
    assertThat(slack.of("oauth.v2.access").getFirst().fields()).containsEntry("code", "c0de");
  }

  @Test
  void aTokenThatEndsIsKeptWithWhatRenewsIt() {
    slack.always(
        "oauth.v2.access",
        Canned.json(
            GRANTED.replace(
                "\"token_type\"",
                "\"refresh_token\":\"xoxe-1\",\"expires_in\":43200,\"token_type\"")));
    comeBack("code=c", setOut());
    var renewal = installations.find("T1").orElseThrow().token().renewal().orElseThrow();
    assertThat(renewal.refreshToken()).isEqualTo("xoxe-1");
    assertThat(renewal.ends()).isEqualTo(clock.instant().plusSeconds(43_200));
  }

  @Test
  void whoeverCancelsIsToldThatNothingHappened() {
    FrontResponse page = comeBack("error=access_denied", setOut());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("Nothing was installed", "/slack/install");
    assertThat(installations.all()).isEmpty();
  }

  private void refused(FrontResponse page) {
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("Nothing was changed", "/slack/install");
    assertThat(installations.all()).isEmpty();
    assertThat(slack.of("oauth.v2.access")).as("no code was used up").isEmpty();
  }

  @Test
  void aStateIsGoodForTenMinutes() {
    Browser browser = setOut();
    clock.advance(InstallState.LIFE);
    refused(comeBack("code=c", browser));
  }

  @Test
  void aStateIsGoodInOneBrowserAlone() {
    Browser one = setOut();
    Browser other = setOut();
    refused(comeBack("code=c", new Browser(one.state(), other.cookie())));
    refused(comeBack("code=c", new Browser(one.state(), "ragtime-install=")));
    refused(get("/slack/oauth_redirect", "code=c&state=" + one.state(), "e=f"));
  }

  @Test
  void aForgedStateIsGoodForNothing() {
    Browser browser = setOut();
    String[] parts = browser.state().split("\\.");
    String later = Long.parseLong(parts[0]) + 600 + "." + parts[1] + "." + parts[2];
    refused(comeBack("code=c", new Browser(later, browser.cookie())));
    refused(comeBack("code=c", new Browser("", browser.cookie())));
    refused(comeBack("code=c", new Browser(parts[0] + ".x.y", browser.cookie())));
    refused(get("/slack/oauth_redirect", "", browser.cookie()));
  }

  @Test
  void aStateIsGoodOnce() {
    Browser browser = setOut();
    assertThat(comeBack("code=c", browser).status()).isEqualTo(200);
    slack.always("oauth.v2.access", Canned.json(GRANTED.replace("T1", "T2")));
    FrontResponse again = comeBack("code=d", browser);
    assertThat(again.status()).isEqualTo(400);
    assertThat(installations.all()).extracting(Installation::team).containsExactly("T1");
  }

  @Test
  void aWholeOrganisationIsAskedToChooseAWorkspace() {
    slack.always(
        "oauth.v2.access",
        Canned.json(
            """
            {"ok":true,"access_token":"xoxb-org","team":null,"enterprise":{"id":"E1","name":"E"},
             "is_enterprise_install":true,"authed_user":{"id":"U1"}}"""));
    FrontResponse page = comeBack("code=c", setOut());
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("each workspace by itself").doesNotContain("xoxb");
    assertThat(installations.all()).isEmpty();
  }

  @Test
  void whatSlackRefusesIsSaid() {
    slack.always("oauth.v2.access", Canned.error("invalid_code<script>"));
    FrontResponse page = comeBack("code=c", setOut());
    assertThat(page.status()).isEqualTo(502);
    assertThat(page.body()).contains("invalid_code&lt;script&gt;", "/slack/install");
  }

  @Test
  void thesePagesAreReadAndNothingElse() {
    FrontRequest post =
        new FrontRequest(
            "POST",
            "/slack/install",
            Map.of(),
            "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(front.handle(post).status()).isEqualTo(405);
    assertThat(get("/slack/elsewhere", "", "").status()).isEqualTo(405);
  }
}
