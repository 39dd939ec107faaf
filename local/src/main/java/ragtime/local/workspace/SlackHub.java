package ragtime.local.workspace;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Slack's own part of several workspaces: the page on which somebody lets an app in, the tokens
 * that it gets, and one Web API for all, which goes by the token. Safe for use by many threads.
 */
public final class SlackHub implements AutoCloseable {
  private final Javalin server;
  private final String root;
  private final App app;
  private final List<Workspace> workspaces;
  private final AppTokens tokens;
  private volatile Optional<URI> redirect = Optional.empty();
  private volatile Optional<URI> requests = Optional.empty();

  /**
   * The app that they install.
   *
   * @param clientId its id
   * @param clientSecret what it proves itself with
   * @param tokenLife how long its tokens are good; empty if they don't end
   */
  public record App(String clientId, String clientSecret, Optional<Duration> tokenLife) {}

  private SlackHub(
      Javalin server, String root, App app, List<Workspace> workspaces, AppTokens tokens) {
    this.server = server;
    this.root = root;
    this.app = app;
    this.workspaces = List.copyOf(workspaces);
    this.tokens = tokens;
  }

  /** Serves these workspaces, which stay open, at this port of this machine, or at any for 0. */
  public static SlackHub start(int port, App app, List<Workspace> workspaces, Clock clock) {
    Javalin server =
        Javalin.create(
            config -> {
              config.showJavalinBanner = false;
              config.startupWatcherEnabled = false;
              config.useVirtualThreads = true;
            });
    server.start("127.0.0.1", port);
    SlackHub hub =
        new SlackHub(
            server,
            "http://127.0.0.1:" + server.port(),
            app,
            workspaces,
            new AppTokens(app.tokenLife(), clock));
    server.get("/", hub::overview);
    server.get("/oauth/v2/authorize", hub::ask);
    server.post("/oauth/v2/authorize", hub::decide);
    server.get("/app_redirect", hub::open);
    server.post("/api/oauth.v2.access", hub::access);
    server.post("/api/{method}", hub::call);
    server.get("/api/{method}", hub::call);
    server.get("/files-pri/{id}/download/{name}", hub::download);
    return hub;
  }

  /** The value of {@code SLACK_API_URL} for the bot. */
  public URI apiUrl() {
    return URI.create(root + "/api/");
  }

  /** From now on the app is called at this request URL, and has this redirect URL. */
  public void connect(URI requestUrl, URI redirectUrl) {
    requests = Optional.of(requestUrl);
    redirect = Optional.of(redirectUrl);
  }

  /** Somebody lets the app into a workspace that is kept from an earlier time. */
  public String letIn(Workspace workspace) {
    requests.ifPresent(workspace::connectBot);
    return tokens.exchange(tokens.code(workspace, Team.YOU)).token();
  }

  /** Takes the app out of a workspace, and tells it so. */
  public void uninstall(Workspace workspace) {
    tokens.revoke(workspace);
    workspace.platform().deliveries().send(Fields.of("type", "app_uninstalled").json());
  }

  private void overview(Context http) {
    String links =
        workspaces.stream()
            .map(each -> "<li><a href=\"%s\">%s</a>".formatted(each.url(), escaped(each.name())))
            .collect(Collectors.joining());
    page(http, "Workspaces", "<ul>" + links + "</ul>");
  }

  /** The page of consent. */
  private void ask(Context http) {
    if (!app.clientId().equals(http.queryParam("client_id")) || redirect.isEmpty()) {
      http.status(HttpStatus.BAD_REQUEST).result("invalid_client_id");
      return;
    }
    String choices =
        workspaces.stream()
            .map(
                each ->
                    "<p><label><input type=radio name=team value=%s%s> %s</label>"
                        .formatted(
                            each.id(),
                            each == workspaces.getFirst() ? " checked" : "",
                            escaped(each.name())))
            .collect(Collectors.joining());
    String scopes =
        Arrays.stream(Optional.ofNullable(http.queryParam("scope")).orElse("").split(","))
            .map(scope -> "<li><code>" + escaped(scope) + "</code>")
            .collect(Collectors.joining());
    page(
        http,
        "ragtime wants to come into a workspace",
        """
        <form method=post action=/oauth/v2/authorize>%s
        <input type=hidden name=state value="%s">
        <p><button name=decision value=allow>Allow</button>
        <button name=decision value=cancel>Cancel</button>
        <details><summary>What it may do there</summary><ul>%s</ul></details></form>
        """
            .formatted(
                choices,
                escaped(Optional.ofNullable(http.queryParam("state")).orElse("")),
                scopes));
  }

  private void decide(Context http) {
    String state = Optional.ofNullable(http.formParam("state")).orElse("");
    String outcome =
        "allow".equals(http.formParam("decision"))
            ? "code=" + tokens.code(workspace(http.formParam("team")), Team.YOU)
            : "error=access_denied";
    String query = outcome + "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);
    http.status(HttpStatus.FOUND).header("Location", redirect.orElseThrow() + "?" + query);
  }

  private void open(Context http) {
    http.status(HttpStatus.FOUND)
        .header("Location", workspace(http.queryParam("team")).url().toString());
  }

  /** {@code oauth.v2.access}: a token for a code, or for a refresh token. */
  private void access(Context http) {
    try {
      ApiRequest request = WebApi.request(http);
      if (!isApp(http, request)) {
        throw new ApiError("bad_client_secret");
      }
      AppTokens.Issued issued =
          request.text("grant_type").filter("refresh_token"::equals).isPresent()
              ? tokens.refresh(request.required("refresh_token"))
              : tokens.exchange(request.required("code"));
      Workspace workspace = issued.grant().workspace();
      requests.ifPresent(workspace::connectBot);
      WebApi.json(
          http,
          Fields.ok()
              .and("access_token", issued.token())
              .and("refresh_token", issued.refresh())
              .when(issued.life().isPresent(), "expires_in", seconds(issued))
              .and("token_type", "bot")
              .and("scope", WebApi.SCOPES)
              .and("bot_user_id", Team.BOT_USER)
              .and("app_id", Team.APP_ID)
              .and("team", Fields.of("id", workspace.id()).and("name", workspace.name()))
              .and("is_enterprise_install", false)
              .and("authed_user", Fields.of("id", issued.grant().person()))
              .json());
    } catch (ApiError e) {
      WebApi.json(http, e.reply().json());
    }
  }

  private static long seconds(AppTokens.Issued issued) {
    return issued.life().orElse(Duration.ZERO).toSeconds();
  }

  private boolean isApp(Context http, ApiRequest request) {
    String basic =
        Base64.getEncoder()
            .encodeToString(
                (app.clientId() + ":" + app.clientSecret()).getBytes(StandardCharsets.UTF_8));
    return ("Basic " + basic).equals(http.header("Authorization"))
        || request.text("client_secret").equals(Optional.of(app.clientSecret()))
            && request.text("client_id").equals(Optional.of(app.clientId()));
  }

  private void call(Context http) {
    try {
      Workspace workspace = tokens.workspace(WebApi.token(http, WebApi.request(http)));
      new WebApi(workspace.platform()).handleTrusted(http);
      // Files are had where the token is known.
      String files = workspace.platform().root() + "/files-pri/";
      http.result(
          Optional.ofNullable(http.result()).orElse("").replace(files, root + "/files-pri/"));
    } catch (ApiError e) {
      WebApi.json(http, e.reply().json());
    }
  }

  private void download(Context http) {
    try {
      Workspace workspace = tokens.workspace(WebApi.token(http, ApiRequest.form("")));
      if (!http.pathParam("id").startsWith(workspace.id() + "-")) {
        throw new ApiError("file_not_found");
      }
      new FileRoutes(workspace.platform()).downloadTrusted(http);
    } catch (ApiError e) {
      http.status(HttpStatus.FOUND).header("Location", root + "/?redir=" + http.path());
    }
  }

  private Workspace workspace(@Nullable String id) {
    return workspaces.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("team_not_found"));
  }

  private static void page(Context http, String title, String body) {
    http.contentType("text/html; charset=utf-8")
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .result(
            """
            <!doctype html><html lang=en><meta charset=utf-8><title>%1$s</title>
            <style>:root{color-scheme:light dark}body{font:17px/1.5 system-ui,sans-serif;
            max-width:34em;margin:15vh auto;padding:0 1.5em}</style>
            <h1>%1$s</h1>%2$s"""
                .formatted(escaped(title), body));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  @Override
  public void close() {
    server.stop();
  }
}
