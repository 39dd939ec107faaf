package ragtime.local.workspace;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A workspace that runs on this machine: a page to work in at its root, Slack's Web API under
 * {@code /api/}, and signed requests to the bot. Tests act in it through {@link #as}, wait with
 * {@code await…} and order misfortunes with {@link #faults}. Safe for use by many threads.
 */
public final class Workspace implements AutoCloseable {
  private static final long LARGEST_REQUEST = 512L * 1024 * 1024;

  private final Javalin server;
  private final Platform platform;
  private final PageUpdates updates;

  private Workspace(Javalin server, Platform platform) {
    this.server = server;
    this.platform = platform;
    this.updates = new PageUpdates(platform);
  }

  /** Opens a workspace; it serves until it is closed. */
  public static Workspace start(WorkspaceOptions options) {
    Javalin server =
        Javalin.create(
            config -> {
              config.showJavalinBanner = false;
              config.startupWatcherEnabled = false;
              config.useVirtualThreads = true;
              config.http.maxRequestSize = LARGEST_REQUEST;
            });
    server.start(options.host(), options.port());
    try {
      // Links carry the port, which is known only now.
      Platform platform = Platform.assemble(options, address(options.host(), server.port()));
      Workspace workspace = new Workspace(server, platform);
      workspace.addRoutes();
      return workspace;
    } catch (RuntimeException e) {
      server.stop();
      throw e;
    }
  }

  private static String address(String host, int port) {
    return "http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + port;
  }

  private void addRoutes() {
    PageGuard guard = new PageGuard(platform.options().host());
    PageApi.guarded().forEach(path -> server.before(path, guard::check));
    server.get("/", PageAssets::index);
    server.get("/assets/{name}", PageAssets::asset);
    server.get("/archives/{channel}/{message}", this::permalink);
    server.sse("/page/updates", updates::connect);
    new PageApi(platform).addTo(server);

    WebApi api = new WebApi(platform);
    server.post("/api/{method}", api::handle);
    server.get("/api/{method}", api::handle);
    server.post("/response/{id}", this::respond);
    server.ws("/socket/{ticket}", platform.socket()::serve);

    FileRoutes files = new FileRoutes(platform);
    server.get("/files-pri/{id}/{name}", files::redirect);
    server.get("/files-pri/{id}/download/{name}", files::download);
    server.get("/files/{id}", files::open);
    server.post("/upload/v1/{id}", files::receive);

    LibraryRoutes library = new LibraryRoutes(platform);
    server.get("/library/<key>", library::document);
    server.get("/pages/<key>", library::picture);
    server.exception(IllegalArgumentException.class, (e, http) -> refuse(http, e));
    server.exception(ApiError.class, (e, http) -> refuse(http, e));
  }

  /** A permanent link leads to the message's thread in the page. */
  private void permalink(Context http) {
    String digits = http.pathParam("message").replaceAll("\\D", "");
    String channel = http.pathParam("channel").replaceAll("[^A-Z0-9]", "");
    String ts =
        digits.length() > 6
            ? digits.substring(0, digits.length() - 6) + "." + digits.substring(digits.length() - 6)
            : "";
    String root =
        platform.state().messages().find(channel, ts).map(m -> "/" + m.rootTs()).orElse("");
    http.redirect("/#/" + channel + root);
  }

  private static void refuse(Context http, RuntimeException e) {
    http.status(HttpStatus.BAD_REQUEST);
    String error = Optional.ofNullable(e.getMessage()).orElse("invalid_arguments");
    WebApi.json(http, Fields.of("ok", false).and("error", error).json());
  }

  private void respond(Context http) {
    try {
      platform.responses().post(http.pathParam("id"), WebApi.request(http));
      http.result("ok");
    } catch (ApiError e) {
      http.status(e.code().endsWith("_url") ? 404 : 500);
      WebApi.json(http, e.reply().json());
    }
  }

  /** Its parts, for Slack's own part of several workspaces. */
  Platform platform() {
    return platform;
  }

  /** Its id, in what it tells the bot. */
  public String id() {
    return platform.options().team().id();
  }

  /** What people call it. */
  public String name() {
    return platform.options().team().name();
  }

  /** The page's address. */
  public URI url() {
    return URI.create(platform.root() + "/");
  }

  /** The value of {@code SLACK_API_URL} for the bot. */
  public URI apiUrl() {
    return URI.create(platform.root() + "/api/");
  }

  /** From now on the bot is called at this request URL. */
  public void connectBot(URI requestUrl) {
    platform.bot().moveTo(requestUrl);
  }

  /** The value of {@code SLACK_APP_TOKEN} for a bot that connects over Socket Mode. */
  public String appToken() {
    return platform.socket().appToken();
  }

  /** Waits until a bot has connected over Socket Mode, in all so many times. */
  public void awaitSocket(int connections, Duration timeout) {
    await(
        () -> Optional.of(true).filter(yes -> platform.socket().connections() >= connections),
        timeout,
        "The bot did not connect");
  }

  /** Asks a bot on Socket Mode to connect anew, as Slack does every few hours. */
  public void refreshSocket() {
    platform.socket().refresh();
  }

  /** Breaks the connection of a bot on Socket Mode. */
  public void dropSocket() {
    platform.socket().drop();
  }

  /** Sends the handshake with which Slack checks a request URL; true if the bot passes it. */
  public boolean verifyBotUrl() {
    String challenge = Ids.secret();
    String body =
        Fields.of("type", "url_verification")
            .and("token", "none")
            .and("challenge", challenge)
            .json()
            .toString();
    return platform.bot().post(BotEndpoint.JSON, body, Map.of())
            instanceof BotEndpoint.Outcome.Reply reply
        && reply.accepted()
        && reply.body().contains(challenge);
  }

  /** Somebody at work in the workspace, such as {@link Team#YOU}. */
  public Actor as(String personId) {
    return platform.actor(personId);
  }

  public Faults faults() {
    return platform.faults();
  }

  /** Every attempt so far to tell the bot of an event. */
  public List<Delivery> deliveries() {
    return platform.deliveries().log();
  }

  /** All messages of a channel that somebody sees, replies too, oldest first. */
  public List<Message> messages(String channel, String personId) {
    return platform.state().messages().all(channel).stream()
        .filter(m -> m.state() != Message.State.DELETED && m.isVisibleTo(personId))
        .toList();
  }

  /** What the bot says that it is doing in a thread, if anything. */
  public Optional<String> status(String channel, String threadTs) {
    return platform.sessions().statusOf(channel, threadTs);
  }

  /** The people who reacted to a message, by emoji. */
  public Map<String, List<String>> reactions(Message message) {
    return platform.state().reactions().by(message.channel(), message.ts());
  }

  /** Waits for the first message in a channel, whoever sees it, that is as wanted. */
  public Message awaitMessage(String channel, Predicate<Message> wanted, Duration timeout) {
    return await(
        () ->
            platform.state().messages().all(channel).stream()
                .filter(m -> m.state() != Message.State.DELETED)
                .filter(wanted)
                .findFirst(),
        timeout,
        "No such message in " + channel);
  }

  /** Waits for the bot's first finished reply to a message, in its thread. */
  public Message awaitReply(Message to, Duration timeout) {
    return awaitMessage(
        to.channel(),
        m ->
            m.fromBot()
                && m.state() == Message.State.POSTED
                && m.threadTs().filter(to.rootTs()::equals).isPresent()
                && m.ts().compareTo(to.ts()) > 0,
        timeout);
  }

  /** Waits for a modal on somebody's screen. */
  public OpenView awaitView(String personId, Predicate<OpenView> wanted, Duration timeout) {
    return await(
        () -> platform.views().pile(personId).stream().filter(wanted).findFirst(),
        timeout,
        "No such modal");
  }

  /** Waits until something is found that changes with the workspace. */
  public <T> T await(Supplier<Optional<T>> look, Duration timeout, String otherwise) {
    try {
      return platform
          .changes()
          .await(look, timeout)
          .orElseThrow(() -> new AssertionError(otherwise + " within " + timeout));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting", e);
    }
  }

  /** Waits until no event is on its way to the bot, with no retry to come. */
  public void awaitDelivered(Duration timeout) {
    await(
        () -> platform.deliveries().isIdle() ? Optional.of(true) : Optional.empty(),
        timeout,
        "Events are still under way");
  }

  @Override
  public void close() {
    updates.close();
    server.stop();
    platform.close();
  }
}
