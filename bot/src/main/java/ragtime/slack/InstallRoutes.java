package ragtime.slack;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.conversation.Claim;
import ragtime.conversation.ClaimKey;
import ragtime.conversation.Claims;
import ragtime.installation.Installation;
import ragtime.installation.Installations;

/**
 * The way on which a workspace installs the app: {@code /slack/install} leads to Slack's page of
 * consent, which leads back to {@code /slack/oauth_redirect} with a code for a token. However it
 * ends, there is a page that says what to do.
 */
final class InstallRoutes {
  static final String INSTALL = "/slack/install";
  static final String REDIRECT = "/slack/oauth_redirect";

  private static final Logger LOG = LoggerFactory.getLogger(InstallRoutes.class);
  private static final String COOKIE = "ragtime-install";
  private static final String AGAIN =
      "<p><a href=\"" + INSTALL + "\">Start the installation again</a>.</p>";

  private final SlackApp app;
  private final OAuth oauth;
  private final InstallState states;
  private final Installations installations;
  private final Claims claims;

  InstallRoutes(
      SlackApp app, OAuth oauth, Installations installations, Claims claims, Clock clock) {
    this.app = app;
    this.oauth = oauth;
    this.states = new InstallState(app.clientSecret(), clock);
    this.installations = installations;
    this.claims = claims;
  }

  /** What to reply, if the request is on this way. */
  Optional<FrontResponse> handle(FrontRequest request) {
    return switch (request.path()) {
      case INSTALL -> Optional.of(isGet(request) ? begin(request) : FrontResponse.of(405));
      case REDIRECT -> Optional.of(isGet(request) ? end(request) : FrontResponse.of(405));
      default -> Optional.empty();
    };
  }

  private static boolean isGet(FrontRequest request) {
    return request.method().equals("GET");
  }

  private FrontResponse begin(FrontRequest request) {
    InstallState.Begun begun = states.begin();
    URI consent =
        app.api()
            .resolve(
                "/oauth/v2/authorize?client_id="
                    + encoded(app.clientId())
                    + "&scope="
                    + encoded(String.join(",", AppManifest.scopes()))
                    + "&state="
                    + encoded(begun.state()));
    return new FrontResponse(
        302,
        Map.of(
            "location",
            consent.toString(),
            "cache-control",
            "no-store",
            "set-cookie",
            cookie(request, begun.cookie(), InstallState.LIFE.toSeconds())),
        "");
  }

  private FrontResponse end(FrontRequest request) {
    Map<String, String> fields = request.fields();
    Optional<String> begun =
        request
            .cookie(COOKIE)
            .flatMap(cookie -> states.read(fields.getOrDefault("state", ""), cookie));
    if (begun.isEmpty() || !isFirst(begun.get())) {
      LOG.info("An installation came back that was not begun here, or too late, or twice");
      return InstallPage.of(
          400,
          "That took too long",
          "<p>This page is good for one installation, in the browser that began it, within ten"
              + " minutes. Nothing was changed.</p>"
              + AGAIN);
    }
    FrontResponse response =
        fields.containsKey("code") ? install(fields.get("code")) : declined(fields);
    Map<String, String> headers = new HashMap<>(response.headers());
    headers.put("set-cookie", cookie(request, "", 0));
    return new FrontResponse(response.status(), headers, response.body());
  }

  /** Claimed for as long as the state is good, so that it is good once. */
  private boolean isFirst(String begun) {
    return claims.claim(
            new ClaimKey(CurrentInstallations.CLAIMS + "state/" + begun),
            UUID.randomUUID().toString(),
            InstallState.LIFE)
        instanceof Claim.Granted;
  }

  private FrontResponse install(String code) {
    try {
      return switch (oauth.exchange(code)) {
        case OAuth.Exchanged.Installed(Installation installation, String id) -> {
          installations.save(installation);
          LOG.info("Installed in {}", installation.team());
          yield installed(installation, id);
        }
        case OAuth.Exchanged.OfOrganisation() ->
            InstallPage.of(
                400,
                "Please choose one workspace",
                "<p>Slack installed the app for a whole organisation. Each workspace has documents"
                    + " of its own here, so it has to be installed in each workspace by itself."
                    + " Remove it from the organisation, then choose a workspace in the upper right"
                    + " corner of Slack’s page.</p>"
                    + AGAIN);
      };
    } catch (SlackException e) {
      LOG.warn("An installation failed: {}", e.getMessage());
      return InstallPage.of(
          502,
          "Slack did not install it",
          "<p>Slack said <code>"
              + InstallPage.escaped(e.code())
              + "</code>. Nothing was changed; trying again usually helps. If it does not, whoever"
              + " runs ragtime finds more in its log.</p>"
              + AGAIN);
    }
  }

  private FrontResponse installed(Installation installation, String id) {
    URI open =
        app.api()
            .resolve("/app_redirect?app=" + encoded(id) + "&team=" + encoded(installation.team()));
    String name = InstallPage.escaped(installation.name());
    return InstallPage.of(
        200,
        "ragtime is installed in " + installation.name(),
        "<p>It answers from the PDFs that "
            + name
            + " shares with it, and from no others. Share a PDF with it in Slack, then ask.</p>"
            + "<p><a href=\""
            + InstallPage.escaped(open.toString())
            + "\">Open it in Slack</a>.</p>");
  }

  private static FrontResponse declined(Map<String, String> fields) {
    return fields.getOrDefault("error", "").equals("access_denied")
        ? InstallPage.of(
            200,
            "Nothing was installed",
            "<p>The installation was cancelled on Slack’s page. If your workspace asks an admin to"
                + " approve apps, ask them, and come back.</p>"
                + AGAIN)
        : InstallPage.of(
            400,
            "Slack did not install it",
            "<p>Slack said <code>"
                + InstallPage.escaped(fields.getOrDefault("error", "nothing"))
                + "</code>. Nothing was changed.</p>"
                + AGAIN);
  }

  /** Only this machine is reached without TLS, and not every browser keeps secure cookies there. */
  private static String cookie(FrontRequest request, String value, long seconds) {
    String host = request.header("host").orElse("").replaceFirst(":\\d+$", "");
    boolean here = host.equals("localhost") || host.equals("127.0.0.1");
    return COOKIE
        + "="
        + value
        + "; Path="
        + REDIRECT
        + "; Max-Age="
        + seconds
        + "; HttpOnly; SameSite=Lax"
        + (here ? "" : "; Secure");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
