package ragtime.local.workspace;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a workspace is set up.
 *
 * @param port where it listens; 0 for any free port
 * @param host the address it binds
 * @param dataFolder where it keeps its state; empty to forget everything when it closes
 * @param botUrl the bot's request URL, to which everything is posted; it may be told later
 * @param signingSecret what requests to the bot are signed with
 * @param botToken the token with which the bot calls
 * @param app what the app has told Slack about itself
 * @param library the PDFs that answers link to
 * @param team the workspace's id and name
 * @param clock the time
 * @param botTimeout how long the bot may take to reply
 * @param retryDelays how long to wait before each new attempt to deliver an event
 */
public record WorkspaceOptions(
    int port,
    String host,
    Optional<Path> dataFolder,
    Optional<URI> botUrl,
    String signingSecret,
    String botToken,
    AppFeatures app,
    Library library,
    Identity team,
    Clock clock,
    Duration botTimeout,
    List<Duration> retryDelays) {

  /**
   * What tells a workspace from others.
   *
   * @param id its id
   * @param name what people call it
   */
  public record Identity(String id, String name) {
    /** The one there usually is. */
    public static final Identity USUAL = new Identity(Team.ID, Team.NAME);
  }

  /** Slack's own: at once, after a minute, after five more. */
  private static final List<Duration> SLACKS_DELAYS =
      List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

  public WorkspaceOptions {
    if (signingSecret.isBlank() || botToken.isBlank()) {
      throw new IllegalArgumentException("A workspace needs a signing secret and a bot token");
    }
    retryDelays = List.copyOf(retryDelays);
  }

  /** Text about the usual workspace, as it is said of this one. */
  String own(String text) {
    return text.replace(Team.ID, team.id());
  }

  /** A workspace in memory on any free port of this machine, with Slack's own times. */
  public static WorkspaceOptions inMemory(String signingSecret, String botToken) {
    return new WorkspaceOptions(
        0,
        "127.0.0.1",
        Optional.empty(),
        Optional.empty(),
        signingSecret,
        botToken,
        AppFeatures.standard(),
        Library.empty(),
        Identity.USUAL,
        Clock.systemUTC(),
        Duration.ofSeconds(3),
        SLACKS_DELAYS);
  }

  public WorkspaceOptions withPort(int newPort) {
    return with(copy -> copy.port = newPort);
  }

  /** Binds another address than this machine's own; whoever can reach it can use the workspace. */
  public WorkspaceOptions withHost(String newHost) {
    return with(copy -> copy.host = newHost);
  }

  public WorkspaceOptions withDataFolder(Path folder) {
    return with(copy -> copy.dataFolder = Optional.of(folder));
  }

  public WorkspaceOptions withBotUrl(URI url) {
    return with(copy -> copy.botUrl = Optional.of(url));
  }

  public WorkspaceOptions withApp(AppFeatures newApp) {
    return with(copy -> copy.app = newApp);
  }

  public WorkspaceOptions withLibrary(Library newLibrary) {
    return with(copy -> copy.library = newLibrary);
  }

  /** Another workspace than the usual one. */
  public WorkspaceOptions withTeam(Identity newTeam) {
    return with(copy -> copy.team = newTeam);
  }

  public WorkspaceOptions withClock(Clock newClock) {
    return with(copy -> copy.clock = newClock);
  }

  /** Other times than Slack's, for tests of what happens when they pass. */
  public WorkspaceOptions withDelivery(Duration newBotTimeout, Duration... newRetryDelays) {
    return with(
        copy -> {
          copy.botTimeout = newBotTimeout;
          copy.retryDelays = List.of(newRetryDelays);
        });
  }

  private WorkspaceOptions with(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return new WorkspaceOptions(
        copy.port,
        copy.host,
        copy.dataFolder,
        copy.botUrl,
        signingSecret,
        botToken,
        copy.app,
        copy.library,
        copy.team,
        copy.clock,
        copy.botTimeout,
        copy.retryDelays);
  }

  /** What may be changed of a set-up. */
  private static final class Copy {
    private int port;
    private String host;
    private Optional<Path> dataFolder;
    private Optional<URI> botUrl;
    private AppFeatures app;
    private Library library;
    private Identity team;
    private Clock clock;
    private Duration botTimeout;
    private List<Duration> retryDelays;

    Copy(WorkspaceOptions of) {
      port = of.port;
      host = of.host;
      dataFolder = of.dataFolder;
      botUrl = of.botUrl;
      app = of.app;
      library = of.library;
      team = of.team;
      clock = of.clock;
      botTimeout = of.botTimeout;
      retryDelays = of.retryDelays;
    }
  }
}
